import { builtIn, known } from './registry.js';

/**
 * Has every language that is not here come from a file beside the script, by the part that knows them, when the first element asks. With
 * `ownMessages` all words come by it, for it knows the page's own.
 */
export function awaitLanguages(beside: <Module>(path: string) => Promise<Module>, ownMessages: boolean): void {
  if (ownMessages) known.clear();
  known.set('', {
    ...builtIn,
    tag: 'en',
    // Neither: what shows it takes its room, and stays invisible (`theme/base.ts`).
    direction: '' as 'ltr',
    // Where it cannot be loaded the developer was told, and visitors read British English.
    load: (reader) =>
      void import('./languages.js')
        .then((languages) => languages.default(known, builtIn, beside))
        .catch(() => undefined)
        .then(() => {
          known.delete('');
          reader.requestUpdate();
        }),
  });
}
