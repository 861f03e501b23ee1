import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { BookingBackend } from '../../src/backend/booking-backend.js';
import type { Hold } from '../../src/contract/hold.js';
import * as journey from './journey.js';
import '../languages.js';
import { journeyMeta } from './journey-meta.js';
import { appears, button, press } from './walk.js';

const meta: Meta<journey.JourneyArgs> = { ...journeyMeta, title: 'Flow/Safety check, time and details' };
export default meta;
type Story = StoryObj<journey.JourneyArgs>;

const { atTheTherapist, backMassage, details, presentBackend, somethingSerious, times, until, withMethod } = journey;

/** Keeps a time for a blink only. `this` is the backend whose method it stands for. */
async function briefly(this: BookingBackend, ...asked: Parameters<BookingBackend['hold']>): Promise<Hold> {
  return { ...(await this.hold(...asked)), secondsLeft: 0.1 };
}

/** The questions that stay on the device. */
export const SafetyCheck: Story = { args: { way: [atTheTherapist, backMassage] } };

/** Continue with nothing answered: a summary with a link to each question. */
export const SafetyCheckUnanswered: Story = {
  args: { way: [atTheTherapist, backMassage, (booking) => press(booking, 'Continue')] },
};

/** The questions cannot be loaded. */
export const SafetyCheckFailed: Story = {
  args: { scene: 'error', faultAt: '/intake-forms', way: [atTheTherapist, backMassage] },
};

/** An answer that ends online booking: help today, and nothing to book with. */
export const Stopped: Story = { args: { way: [atTheTherapist, backMassage, somethingSerious] } };

/** The times. */
export const Times: Story = { args: { way: times } };

/** Unwell yesterday: the first times lie two days on. */
export const TimesDeferred: Story = { args: { way: [atTheTherapist, backMassage, journey.unwellYesterday] } };

/** The times cannot be loaded. */
export const TimesFailed: Story = { args: { scene: 'error', faultAt: '/availability', way: times } };

/** There are none. */
export const NoTimes: Story = { args: { scene: 'empty-horizon', way: times } };

/** The time was taken a moment ago: everything else is kept, and others are offered. */
export const Taken: Story = {
  args: {
    scene: 'taken',
    way: [...times, journey.takesFirstTime, (booking) => appears('the notice', () => said(booking, 'just been taken'))],
  },
};

/** Keeping the time failed. */
export const NotKept: Story = {
  args: {
    scene: 'error',
    faultAt: '/holds',
    way: [...times, journey.takesFirstTime, (booking) => appears('the notice', () => said(booking, 'can’t reach'))],
  },
};

/** Who is coming. */
export const Details: Story = { args: { way: details } };

/** The time is kept for a quarter of an hour, which can be made longer; looking back, it is offered as the visitor's own. */
export const Held: Story = { args: { way: [...details, (booking) => press(booking, 'Back'), until(/^When /)] } };

/** The visitor took longer than that: the time is no longer kept, and nothing that was typed is lost. */
export const HoldExpired: Story = {
  args: {
    backend: () => withMethod(presentBackend(), { hold: briefly }),
    way: [...details, (booking) => appears('the notice', () => said(booking, 'no longer keep this time'))],
  },
};

/** The same for a visit, with the address. */
export const DetailsOfAVisit: Story = {
  args: { way: [journey.atYourPlace('W1 2AB'), backMassage, journey.nothingApplies, journey.toDetails] },
};

/** Continue with nothing filled in. */
export const DetailsMissing: Story = { args: { way: [...details, (booking) => press(booking, 'Continue')] } };

/** A backend that keeps no times: nothing is said about keeping. */
export const DetailsWithoutHold: Story = { args: { scene: 'no-holds', way: details } };

/** The page knows who is there. */
export const DetailsPrefilled: Story = { args: { prefill: journey.CLIENT, way: details } };

/** The time tapped on a card has gone meanwhile: said, and others are offered. */
export const TimeFromACardGone: Story = { args: { start: '2026-01-01T03:00:00Z', way: times } };

/** The hold has seconds left. */
export const HoldEnding: Story = { args: { scene: 'short-hold', way: details } };

/** Times on a page of 320 px. */
export const TimesNarrow: Story = { args: { width: 320, way: times } };

/** Details on a page of 320 px. */
export const DetailsNarrow: Story = { args: { width: 320, way: details } };

/** Laid out from right to left. */
export const TimesRightToLeft: Story = { args: { lang: 'ar-XB', way: times } };

/** The same for the details. */
export const DetailsRightToLeft: Story = { args: { lang: 'ar-XB', way: details } };

function said(booking: Element, words: string): true | undefined {
  return booking.shadowRoot?.textContent.includes(words) && button(booking, 'Continue') ? true : undefined;
}
