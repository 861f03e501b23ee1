import { bringMessages, type MessageSection } from '../../locales/registry.js';

/**
 * Makes what loads a part of a script tag once for the whole page, with its words brought. Where it cannot be loaded, it
 * rejects with what `failed` makes of the cause; asking again then tries again.
 */
export function laterPart<Part extends { messages: MessageSection }>(
  load: () => Promise<Part>,
  failed: (cause: unknown) => Error,
): () => Promise<Part> {
  let loading: Promise<Part> | null = null;
  const bring = async (): Promise<Part> => {
    const part = await load();
    bringMessages(part.messages);
    return part;
  };
  return () =>
    (loading ??= bring().catch((cause: unknown) => {
      loading = null;
      throw failed(cause);
    }));
}
