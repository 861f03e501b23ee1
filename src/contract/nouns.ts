import type * as z from 'zod/mini';
import * as availability from './availability.js';
import * as change from './booking-change.js';
import * as booking from './booking.js';
import * as business from './business.js';
import { Capabilities } from './capabilities.js';
import { Challenge } from './challenge.js';
import * as clientData from './client-data.js';
import * as consent from './consent.js';
import { Course } from './course.js';
import { Discovery } from './discovery.js';
import * as hold from './hold.js';
import * as intake from './intake.js';
import * as money from './money.js';
import * as place from './place.js';
import * as search from './practitioner-search.js';
import * as practitioner from './practitioner.js';
import * as problem from './problem.js';
import * as scalars from './schema.js';
import * as area from './service-area.js';
import * as service from './service.js';

/** Every schema of the contract by the name it has in `openapi.json`. */
export const NOUNS: Readonly<Record<string, z.core.$ZodType>> = Object.fromEntries(
  Object.entries({
    ...{ Id: scalars.id, Line: scalars.line, Text: scalars.text, Instant: scalars.instant, Link: scalars.link },
    ...{ LocalTime: scalars.localTime, PlainDate: scalars.plainDate, TimeZone: scalars.timeZone },
    ...{ LanguageTag: scalars.languageTag, OutwardCode: scalars.outwardCode },
    ...{ Minutes: scalars.minutes, Count: scalars.count },
    ...{ Capabilities, Challenge, Course, Discovery },
    ...availability,
    ...change,
    ...booking,
    ...business,
    ...clientData,
    ...consent,
    ...hold,
    ...intake,
    ...money,
    ...place,
    ...search,
    ...practitioner,
    ...problem,
    ...area,
    ...service,
  }).flatMap(([name, noun]) => (typeof noun === 'object' && '_zod' in noun ? [[name, noun as z.core.$ZodType]] : [])),
);
