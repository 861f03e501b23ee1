import { html } from 'lit';
import { bookedRecord, type BookedRecord } from '../../ui/templates/booked-record.js';

const made = bookedRecord(html);

// Types said by their names: those that the compiler finds by itself are of a package that an application need not have.
export const privateRecord: BookedRecord['privateRecord'] = made.privateRecord;
export const valueWithLine: BookedRecord['valueWithLine'] = made.valueWithLine;
