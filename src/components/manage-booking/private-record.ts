import { html } from 'lit';
import { bookedRecord } from '../../ui/templates/booked-record.js';

export const { privateRecord, valueWithLine } = bookedRecord(html);
