import { ConfigurationError, isSafe, parseAddress } from '../address.js';
import { BackendFailure } from '../booking-backend.js';
import { page } from '../environment.js';
import { once, unlessAborted } from '../once.js';
import { parseJson, readBytes, toJson } from './json.js';
import { HOLD, LEAVE, READ, WRITE } from './policy.js';
import { request } from './request.js';

/**
 * What speaking to a booking system takes, handed to an adapter: so it repeats, times out and fails as every backend does,
 * and its file holds nothing but what its system does differently.
 */
export const transport = {
  request,
  READ,
  HOLD,
  WRITE,
  LEAVE,
  page,
  parseJson,
  readBytes,
  toJson,
  parseAddress,
  isSafe,
  once,
  unlessAborted,
  BackendFailure,
  ConfigurationError,
};
export type Transport = typeof transport;
