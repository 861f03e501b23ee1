const told = new Set<string>();

/**
 * Notices when the page's Content-Security-Policy keeps requests from an origin, and tells the developer once: to the
 * script the failure looks like being offline. Listens only until `stop()`.
 */
export function watchPagePolicy(origin: string): { readonly blocked: boolean; stop(): void } {
  const watch = {
    blocked: false,
    stop: () => globalThis.document?.removeEventListener('securitypolicyviolation', onViolation),
  };
  const onViolation = (event: SecurityPolicyViolationEvent): void => {
    if (event.disposition !== 'enforce' || event.effectiveDirective !== 'connect-src') return;
    if (event.blockedURI !== origin && !event.blockedURI.startsWith(`${origin}/`)) return;
    watch.blocked = true;
    if (told.has(origin)) return;
    told.add(origin);
    console.warn(`[knead] This page's Content-Security-Policy blocks the backend. Add ${origin} to its connect-src.`);
  };
  globalThis.document?.addEventListener('securitypolicyviolation', onViolation);
  return watch;
}
