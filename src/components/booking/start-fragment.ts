/** An instant as RFC 3339 writes it. */
export const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;

/**
 * A time tapped on another page and carried here by its link, `#knead-start=<instant>&practitioner=<id>`. Only read, never
 * written; a fragment for somebody else, or one that is no instant, counts for nothing.
 */
export function startFromFragment(fragment: string, practitioner: string | null): string | undefined {
  const words = new URLSearchParams(fragment.slice(1));
  const start = words.get('knead-start');
  const meant = words.get('practitioner');
  return start && INSTANT.test(start) && (meant === null || practitioner === null || meant === practitioner)
    ? start
    : undefined;
}
