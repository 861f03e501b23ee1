import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { CompleteBackend } from '../../src/backend/booking-backend.js';
import type { KneadManageBooking } from '../../src/components/manage-booking/manage-booking.js';
import '../languages.js';
import * as journey from '../flow/managed.js';

type Args = journey.ManagedArgs;
const { cancels, moves, presses, says, ticks, toAnswers, toCancel, toQuestions, toReview, toSending, toTimes, until } =
  journey;
const walked = new WeakMap<KneadManageBooking, Promise<void>>();
const ANSWERS = { pressure: 'firm', allergies: ['nuts', 'fragrance'], skin: 'A graze on the left elbow' };
const never = (): Promise<never> => new Promise(() => undefined);

const meta: Meta<Args> = {
  title: 'Components/Manage booking',
  component: 'knead-manage-booking',
  parameters: {
    docs: {
      description: {
        component:
          'A booking that was made, opened by the link in a mail. It stands or falls with its token: a missing, broken or wrong link gives one calm message, whichever it is.',
      },
    },
  },
  render: (args) => {
    const managed = journey.managedBooking(args);
    const way = journey.walk(managed, args.way);
    // A story that is left half way is no failure.
    way.catch(() => undefined);
    walked.set(managed.element, way);
    return managed.element;
  },
  play: async ({ canvasElement }) => {
    const element = canvasElement.querySelector('knead-manage-booking');
    if (element) await walked.get(element);
  },
};
export default meta;
type Story = StoryObj<Args>;

/** Everything about a booking that stands, and what can be done. */
export const Confirmed: Story = {};

/** Boxes of the final size while the booking is read. */
export const Loading: Story = { args: { scene: 'loading' } };

/** At the client's own place. */
export const ConfirmedVisit: Story = { args: { made: { place: 'outcall' } } };

/** The therapist has not answered yet: it can be taken back, or asked for at another time. */
export const Requested: Story = { args: { made: { status: 'requested' } } };

/** Its time has come: what to do afterwards, how people go on, and no change any more. */
export const Past: Story = { args: { made: { days: -2 } } };

/** The therapist has closed it. */
export const Completed: Story = { args: { made: { days: -2, status: 'completed' } } };

/** Nobody came. */
export const Missed: Story = { args: { made: { days: -2, status: 'no_show' } } };

/** Cancelled before. */
export const Cancelled: Story = { args: { made: { status: 'cancelled' } } };

/** The therapist could not. */
export const Declined: Story = { args: { made: { status: 'declined' } } };

/** Nobody answered in time. */
export const Expired: Story = { args: { made: { status: 'expired' } } };

/** Kept until it is paid. */
export const AwaitingPayment: Story = { args: { made: { status: 'awaiting_payment' } } };

/** A state that only a later version knows. */
export const UnknownState: Story = { args: { made: { status: 'other' } } };

/** Too late to change it here: a person has to be asked. */
export const TooLate: Story = { args: { made: { days: 0 } } };

/** A backend that changes nothing. */
export const NoChanges: Story = { args: { scene: 'no-changes' } };

/** The page gives the booking: no backend, no network, nothing to press. */
export const GivenBooking: Story = { args: { given: true } };

/** The address names no booking. */
export const NoLink: Story = { args: { link: { id: null, token: null } } };

/** The token is another one, or nobody knows the id: the same words. */
export const WrongToken: Story = { args: { link: { id: 'booking-1', token: 'a-token-that-opens-nothing' } } };

/** The backend fails. */
export const Failed: Story = { args: { scene: 'error' } };

/** The network is away. */
export const Offline: Story = { args: { scene: 'offline' } };

/** A hotel's network answers instead of the backend. */
export const HotelNetwork: Story = { args: { scene: 'html' } };

/** When instead; the old time stands meanwhile. */
export const Times: Story = { args: { way: toTimes } };

/** Continue without a time. */
export const TimesMissing: Story = { args: { way: [...toTimes, presses('Continue')] } };

/** There are no times to be had. */
export const TimesFailed: Story = { args: { scene: 'error', faultAt: '/availability', way: toTimes } };

/** Old and new. */
export const Review: Story = { args: { way: toReview } };

/** The move is under way. */
export const Moving: Story = {
  args: { instead: () => ({ reschedule: never }), way: [...moves, until('Moving your booking…')] },
};

/** Moved. */
export const Moved: Story = { args: { way: [...moves, says('has been moved')] } };

/** Somebody else was quicker: others are offered, and the old time stands. */
export const Taken: Story = { args: { scene: 'taken', way: [...moves, says('just been taken')] } };

/** The time costs more by now. */
export const PriceChanged: Story = { args: { scene: 'price-changed', way: [...moves, says('has changed to')] } };

/** The answer was lost: said honestly, with one thing to do. */
export const OutcomeUnknown: Story = { args: { scene: 'requests-lost', way: [...moves, until(/^We are checking/)] } };

/** Asked again, and still no answer. */
export const StillUnknown: Story = {
  args: {
    scene: 'requests-lost',
    way: [...moves, until(/^We are checking/), presses('Check again'), says('Still no')],
  },
};

/** Cancelled in another tab meanwhile: this is how it stands now. */
export const ChangedElsewhere: Story = {
  args: {
    way: [
      ...toReview,
      async ({ element, booking }) => {
        const backend = element.backend as CompleteBackend;
        await backend.cancel(booking.id, booking.manageToken!, 'a key of another tab');
      },
      presses(/^Move to /),
      says('has changed since'),
    ],
  },
};

/** What cancelling costs, before it is done: nothing yet. */
export const CancelFree: Story = { args: { way: toCancel } };

/** After the free period, where the backend still lets people cancel: the therapist's own words for what it costs. */
export const CancelWithFee: Story = {
  args: {
    made: { days: 0 },
    instead: (backend) => ({
      booking: async (...given) => ({
        ...(await backend.booking(...given)),
        allowed: { cancel: true, reschedule: false },
      }),
    }),
    way: toCancel,
  },
};

/** A request is taken back. */
export const TakeBack: Story = {
  args: { made: { status: 'requested' }, way: [presses('Take back request'), until('Take back this request?')] },
};

/** Cancelled just now. */
export const CancelledNow: Story = { args: { way: [...cancels, says('has been cancelled')] } };

/** Nothing has left: the booking stands, and it can be tried again. */
export const CancelFailed: Story = {
  args: {
    instead: () => ({
      cancel: () => Promise.reject(Object.assign(new Error('away'), { name: 'BackendFailure', kind: 'unreachable' })),
    }),
    way: [...cancels, says('Nothing has changed')],
  },
};

/** The therapist asks, and nothing is answered yet. */
export const AnswersAwaited: Story = { args: { made: { awaitsAnswers: true } } };

/** What the therapist has been told. */
export const Answers: Story = { args: { made: { answers: ANSWERS }, way: toAnswers } };

/** The questions once more, with what was answered. */
export const Correct: Story = { args: { made: { answers: ANSWERS }, way: toQuestions } };

/** Nothing is sent without consent. */
export const ConsentMissing: Story = {
  args: { made: { answers: ANSWERS }, way: [...toSending, presses('Send your answers'), says('Tick the box')] },
};

/** Corrected. */
export const AnswersSent: Story = {
  args: {
    made: { answers: ANSWERS },
    way: [...toSending, ticks('Light'), ticks(/^I agree/), presses('Send your answers'), says('has your answers now')],
  },
};

/** They could not be sent; they are still here. */
export const AnswersNotSent: Story = {
  args: {
    scene: 'intake-fails',
    made: { answers: ANSWERS },
    way: [...toSending, ticks(/^I agree/), presses('Send your answers'), says('could not be sent')],
  },
};

/** Answers that came after the booking say stop: what to do now. It stands. */
export const Stopped: Story = {
  args: {
    made: { answers: ANSWERS },
    instead: () => ({
      deliverIntake: () =>
        Promise.resolve({
          status: 'received',
          at: '2026-10-09T08:00:00Z',
          outcomes: [
            {
              ruleId: 'stop-urgent',
              outcome: 'stop',
              urgency: 'urgent',
              message: 'Please ask for an urgent GP appointment or call 111 before any massage.',
            },
          ],
        }),
    }),
    way: [...toSending, ticks(/^I agree/), presses('Send your answers'), until(/^Please get this checked/)],
  },
};

/** What withdrawing does, before it is done. */
export const Withdraw: Story = {
  args: {
    made: { answers: ANSWERS },
    way: [...toAnswers, presses('Withdraw your answers'), until('Withdraw your answers?')],
  },
};

/** Withdrawn: the booking stands. */
export const Withdrawn: Story = {
  args: {
    made: { answers: ANSWERS },
    way: [
      ...toAnswers,
      presses('Withdraw your answers'),
      until('Withdraw your answers?'),
      presses('Withdraw your answers'),
      says('they are deleted'),
    ],
  },
};

/** Whether they are deleted could not be learnt. */
export const WithdrawUnsure: Story = {
  args: {
    scene: 'intake-fails',
    made: { answers: ANSWERS },
    way: [
      ...toAnswers,
      presses('Withdraw your answers'),
      until('Withdraw your answers?'),
      presses('Withdraw your answers'),
      says('could not make sure'),
    ],
  },
};

/** Answers take two seconds. */
export const Slow: Story = { args: { scene: 'slow' } };

/** A page of 320 px. */
export const Narrow: Story = { args: { width: 320 } };

/** Old and new, on a page of 320 px. */
export const ReviewNarrow: Story = { args: { width: 320, way: toReview } };

/** Long words. */
export const German: Story = { args: { lang: 'de' } };

/** From right to left. */
export const Arabic: Story = { args: { lang: 'ar' } };

/** On a dark page, whatever the visitor's system asks for. */
export const Dark: Story = { args: { theme: 'dark' } };
