/** What elements report to the page, once per fact. */
const REPORTS = [
  'knead-step-changed',
  'knead-booking-request',
  'knead-booking-confirmed',
  'knead-booking-failed',
  'knead-booking-rescheduled',
  'knead-booking-cancelled',
];

/**
 * Pushes the name of each event, and of a change of step the step, to a list of the page's own, as tag managers read it. Off unless the
 * script tag's `data-layer` names that list: even that somebody books a massage says something about a person, and what
 * is pushed there goes to others.
 */
export function pushSteps(name: string): void {
  const page = window as unknown as Record<string, unknown>;
  for (const event of REPORTS)
    document.addEventListener(event, ({ detail }: CustomEventInit<{ step?: string }>) => {
      const step = detail?.step;
      const list = (page[name] ??= []) as unknown[];
      list.push(step ? { event, step } : { event });
    });
}
