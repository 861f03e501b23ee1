import { MONTH, PRACTITIONER } from './booked.js';

/** Reads the month. With one more parameter, which nobody knows, it is a question never asked before. */
export const MONTH_PATH = `/v1/availability?practitioner=${PRACTITIONER}&service=back&option=back-60&place=incall&from=${MONTH.from}&to=${MONTH.to}`;
/** Answered by a handler that only returns bytes. */
export const SAME_BYTES = '/same-bytes';
/** As browsers get it. */
export const ENCODING = 'br';
