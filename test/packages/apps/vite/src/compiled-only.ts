/** What the compiler has to know, and what it has to refuse. Compiled, never run. */
import { KneadSlotCalendar, type BookingBackend } from 'knead';
import { memoryBackend } from 'knead/backend/memory/memory-backend';
import payloadReserve from 'knead/backend/adapters/payload-reserve';
import type { Slot } from 'knead/contract/availability';
import { cardHtml } from 'knead/ssr';
import { tokens } from 'knead/theme/tokens';
import manifest from 'knead/custom-elements.json' with { type: 'json' };

export const reachable = [cardHtml, tokens, payloadReserve, manifest.modules];
export const backend: BookingBackend = memoryBackend();
export const instant = (slot: Slot): string => slot.start;

const calendar = document.querySelector('knead-slot-calendar')!;
calendar.backend = backend;
calendar.value satisfies { start: string } | null;
calendar.addEventListener('knead-range-change', ({ detail: { from, to } }) => [from, to] satisfies [string, string]);
export const created = new KneadSlotCalendar().validate();

// @ts-expect-error A place is one of two words.
calendar.place = 'home';
// @ts-expect-error No such property.
calendar.times = 3;
// @ts-expect-error An event says no more than it says.
calendar.addEventListener('knead-slot-select', ({ detail }) => [detail.name]);
