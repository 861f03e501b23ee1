import type { Service } from '../../contract/service.js';

/**
 * Whether a treatment is meant by typed words: each of them is part of its name, group, description or areas, or of a
 * technique in plain words, by its term or by another name ("kneading" finds petrissage). Case and accents do not count.
 */
export function isMeant({ name, group, description, areas, techniques }: Service, typed: string): boolean {
  const said = plain(
    [name, group, description, areas, techniques.map((each) => [each.name, each.term, each.synonyms])].join(' '),
  );
  return plain(typed)
    .split(/\s+/)
    .every((word) => said.includes(word));
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
