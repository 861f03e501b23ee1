/** One thing that can be imported from the package. */
export interface Entry {
  /** As in the exports map, `./components/booking`; a pattern is one entry for each file it matches. */
  specifier: string;
  /** The file in the package. */
  file: string;
  /** The file with its types, if it says one. */
  types?: string;
}

type ExportsMap = Readonly<Record<string, string | { types: string; default: string }>>;

/** Everything an exports map lets through, of the files that are there. */
export function entriesOf(exports: ExportsMap, files: readonly string[]): Entry[] {
  return Object.entries(exports).flatMap(([specifier, target]) => {
    const { types, default: file } = typeof target === 'string' ? { default: target } : target;
    return matches(file, files).map((star) => ({
      specifier: specifier.replace('*', star),
      file: filled(file, star),
      ...(types ? { types: filled(types, star) } : {}),
    }));
  });
}

/** What may stand in place of the star of a target; for one without a star, anything does. */
function matches(target: string, files: readonly string[]): string[] {
  if (!target.includes('*')) return [''];
  // The same words in place of every star.
  const [first, ...others] = target
    .slice(2)
    .split('*')
    .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  const pattern = new RegExp(`^${first}(.+?)${others.join('\\1')}$`);
  return files.flatMap((file) => pattern.exec(file)?.[1] ?? []);
}

function filled(target: string, star: string): string {
  return target.slice(2).replaceAll('*', star);
}
