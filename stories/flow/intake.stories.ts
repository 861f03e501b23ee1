import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { BookingBackend } from '../../src/backend/booking-backend.js';
import { CONSENT } from '../../src/backend/memory/intake-form.js';
import { MASSAGE } from '../components/massage-forms.js';
import * as journey from './journey.js';
import { journeyMeta } from './journey-meta.js';
import { appears, choose, control, controls, press, reaches } from './walk.js';

const meta: Meta<journey.JourneyArgs> = { ...journeyMeta, title: 'Flow/What screening leads to' };
export default meta;
type Story = StoryObj<journey.JourneyArgs>;

/** A practice that asks the whole question bank. */
const massage = (): BookingBackend =>
  journey.withMethod(journey.presentBackend(), {
    intakeForm: () => Promise.resolve(MASSAGE),
    consentDocument: () => Promise.resolve(CONSENT),
  });

/** None of the red flags, these of the short names, and what is asked about them. */
const talksAbout =
  (...answers: RegExp[]): journey.Stretch =>
  async (booking) => {
    await appears('both lists', () => controls(booking, 'None of these').length >= 2);
    control(booking, 'None of these')!.click();
    for (const answer of answers) await choose(booking, answer);
    await press(booking, 'Continue');
  };

const nothing: journey.Stretch = async (booking) => {
  await appears('both lists', () => controls(booking, 'None of these').length >= 2);
  for (const none of controls(booking, 'None of these')) none.click();
  await press(booking, 'Continue');
  await reaches(booking, /^When /);
};

const start = [journey.atTheTherapist, journey.backMassage] as const;

/** The whole question bank: red flags, and below them what wants a word first. */
export const WholeSafetyCheck: Story = { args: { backend: massage, way: start } };

/** `clear`: the therapist answers before anything is booked, and no reason is shown. */
export const TalkedAboutFirst: Story = {
  args: { backend: massage, way: [...start, talksAbout(/^Heart trouble/, /^No, or/), journey.until(/^When /)] },
};

/** The same at the end: a request instead of a booking. */
export const AskedFor: Story = {
  args: {
    backend: massage,
    way: [
      ...start,
      talksAbout(/^Heart trouble/, /^No, or/),
      journey.until(/^When /),
      journey.toDetails,
      journey.toReview,
    ],
  },
};

/** `clear`, blocked: not even a request, but a human. */
export const BlockedUntilTalkedAbout: Story = {
  args: {
    backend: massage,
    way: [
      ...start,
      talksAbout(/^A blood clot/, /^Yes/),
      (booking) => appears('the stop screen', () => booking.shadowRoot?.querySelector('#stop-heading')),
    ],
  },
};

/** `route`: nobody here has the skill, so it leads to a human, in words that refuse nothing. */
export const NobodyFits: Story = {
  args: {
    backend: massage,
    way: [
      ...start,
      talksAbout(/^Cancer/),
      (booking) => appears('the way to a human', () => booking.shadowRoot?.querySelector('#stop-heading')),
    ],
  },
};

/** `adapt`: light work only, so a treatment that is firmer is chosen again. */
export const WorkedAround: Story = {
  args: {
    backend: massage,
    way: [...start, talksAbout(/^Thin bones \(/, /^Thin bones, and/), journey.until(/^(When|What) /)],
  },
};

/** `flag`: nothing changes for the client. */
export const OnlyNoted: Story = {
  args: { backend: massage, way: [...start, talksAbout(/^Heart trouble/, /^Yes/), journey.until(/^When /)] },
};

/** The first page of the details: who is coming, and a way on in person. */
export const FirstPage: Story = { args: { backend: massage, way: [...start, nothing, journey.toDetails] } };

/** In person: the review says so, and nothing is sent. */
export const InPerson: Story = {
  args: { backend: massage, way: [...start, nothing, journey.toDetails, journey.toReview] },
};

/** A page of the questions inside the flow. */
export const SecondPage: Story = {
  args: {
    backend: massage,
    way: [
      ...start,
      nothing,
      journey.toDetails,
      journey.whoIsComing,
      (booking) => press(booking, 'Continue'),
      (booking) => appears('the second page', () => control(booking, 'For me')),
    ],
  },
};
