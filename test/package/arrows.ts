import type { Import } from './imports.js';

/**
 * Which way imports may point (the table of the design). A rule answers with the reason an import is wrong, or
 * `undefined` where it may stay. Imports within one folder are always fine.
 */
type Rule = (found: Import, target: string) => string | undefined;

const lit = /^lit(\/|$)|^lit-html(\/|$)|^@lit\/reactive-element(\/|$)/;
const ports = ['src/backend/booking-backend.ts'];

/** `src/domain` for `src/domain/time/x.ts`; the file itself for an entry. */
export function layerOf(file: string): string {
  const [top, folder, ...rest] = file.split('/');
  return top === 'src' || top === 'demo' ? (rest.length > 0 ? `${top}/${folder}` : file) : (top ?? file);
}

/** The reason an import points the wrong way, or `undefined`. */
export function wrongArrow(found: Import): string | undefined {
  const rule = rules[layerOf(found.file)];
  if (!rule) return undefined;
  const { target } = found;
  if (target !== undefined && layerOf(target) === layerOf(found.file)) return within[layerOf(target)]?.(found, target);
  return rule(found, target ?? found.specifier);
}

const contractTypes: Rule = (found, target) => {
  if (!target.startsWith('src/contract/')) return 'outside its floor';
  return found.typeOnly ? undefined : 'only the types of the contract, by `import type`';
};

/** A folder that may import whole folders and files of ours, and some packages. */
function may(ours: readonly string[], packages?: RegExp): Rule {
  return (found, target) => {
    if (found.target === undefined) return packages?.test(target) ? undefined : 'not a package of its floor';
    return ours.some((path) => (path.endsWith('/') ? target.startsWith(path) : target === path))
      ? undefined
      : 'outside its floor';
  };
}

const rules: Record<string, Rule> = {
  'src/contract': may([], /^zod\/mini$/),
  'src/domain': (found, target) => {
    if (found.target !== undefined) return contractTypes(found, target);
    const temporal = target === 'temporal-polyfill' && found.file.startsWith('src/domain/availability/');
    return temporal ? undefined : 'the domain is pure';
  },
  // zod/mini: an answer is parsed where it arrives, with the contract's schemas.
  // The language of an element goes with what is asked for it.
  'src/backend': may(['src/contract/', 'src/domain/', 'src/locales/nearest.ts'], /^zod\/mini$/),
  'src/flow': (found, target) => {
    if (found.target !== undefined) {
      return may(['src/contract/', 'src/domain/', 'src/backend/stores/', ...ports])(found, target);
    }
    if (!found.file.endsWith('-controller.ts')) return 'only a controller file knows Lit';
    return lit.test(target) && found.typeOnly && found.names.every((name) => name.startsWith('ReactiveController'))
      ? undefined
      : 'a controller takes the ReactiveController types';
  },
  'src/locales': (found, target) => {
    if (!target.startsWith('src/domain/')) return 'outside its floor';
    return found.typeOnly ? undefined : 'only the types of the domain, by `import type`';
  },
  'src/theme': (found, target) => {
    const css = found.names.every((name) => name === 'css' || (found.typeOnly && name.startsWith('CSSResult')));
    return target === 'lit' && css ? undefined : 'a theme is made of css';
  },
  'src/ui': may(['src/theme/', 'src/locales/'], lit),
  'src/components': (found, target) => {
    if (found.target === undefined) return lit.test(target) ? undefined : 'not a package of its floor';
    const floors = ['src/ui/', 'src/theme/', 'src/locales/', 'src/domain/', 'src/contract/', 'src/backend/stores/'];
    const flow = /^src\/components\/(booking|manage-booking)\//.test(found.file) ? ['src/flow/'] : [];
    return may([...floors, ...flow, 'src/backend/connect.ts', ...ports])(found, target);
  },
  // A card said by a server: its facts and words, without what draws it.
  'src/ssr': (found, target) => {
    if (/\.element\.ts$/.test(target) || registration(target)) return 'a server draws no elements';
    if (target.startsWith('src/contract/') && !found.typeOnly) return 'only the types of the contract';
    const card = ['src/components/therapist-card/', 'src/ui/controllers/localize.ts'];
    return may(['src/contract/', 'src/domain/', 'src/locales/', ...card])(found, target);
  },
  'src/conformance': (found, target) => {
    if (found.target !== undefined) return may(['src/contract/'])(found, target);
    if (target === 'temporal-polyfill') return undefined;
    return target.startsWith('node:') && found.file.endsWith('/cli.ts') ? undefined : 'not a package of its floor';
  },
  'demo/backend': (found, target) =>
    found.target === undefined
      ? lit.test(target)
        ? 'a server draws no elements'
        : undefined
      : may(['src/contract/', 'src/domain/', 'demo/data/'])(found, target),
  'demo/sites': (found, target) =>
    found.target === undefined || target.startsWith('dist/') || target.startsWith('demo/sites/')
      ? undefined
      : 'a site uses the built files',
};

/** What holds between the files of one folder. */
const within: Record<string, Rule> = {
  'src/backend': (found, target) => {
    if (found.typeOnly || !target.startsWith('src/backend/http/')) return undefined;
    // memory/ answers the requests of http/ itself, so that http/ stays the only client; no entry may load memory/.
    const allowed = /^src\/backend\/(http\/|memory\/|connect\.ts$)/.test(found.file);
    return allowed ? undefined : 'connect.ts alone constructs http/';
  },
  'src/components': (found, target) => {
    const [from, to] = [componentOf(found.file), componentOf(target)];
    if (from === to) {
      const registers = target === `${to}/${to.split('/').at(-1)}.ts` && found.file !== target;
      return registers ? 'a class must not register itself' : undefined;
    }
    if (!registration(found.file)) return 'only the registration file x.ts imports another component';
    return registration(target) ? undefined : "x.ts imports another component's x.ts";
  },
};

function componentOf(file: string): string {
  return file.split('/').slice(0, 3).join('/');
}

/** Whether a file is the `x.ts` that registers the tag of the folder `x`. */
export function registration(file: string): boolean {
  const match = /^src\/components\/([^/]+)\/([^/]+)\.ts$/.exec(file);
  return match !== null && match[1] === match[2];
}
