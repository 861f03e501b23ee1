/** HTML that is known to be whole: made by {@link markup} alone, so that no text gets into a page unescaped. */
export class Markup {
  constructor(private readonly text: string) {}

  toString(): string {
    return this.text;
  }
}

/** What may stand in {@link markup}. Nothing is written for what is not there. */
export type Piece = string | number | Markup | null | undefined | false | readonly Piece[];

/** Writes HTML. Every text among the values is escaped, for an element's content as for an attribute in double quotes. */
export function markup(parts: TemplateStringsArray, ...values: readonly Piece[]): Markup {
  return new Markup(parts.reduce((before, part, index) => before + written(values[index - 1]) + part));
}

/** ` name="value"`, or nothing where there is no value. */
export function attribute(name: string, value: string | number | null | undefined): Markup | null {
  return value === null || value === undefined ? null : new Markup(` ${name}="${written(value)}"`);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function written(piece: Piece): string {
  if (piece === null || piece === undefined || piece === false) return '';
  if (piece instanceof Markup) return piece.toString();
  if (typeof piece === 'object') return piece.map(written).join('');
  return String(piece).replace(/[&<>"']/g, (sign) => ENTITIES[sign]!);
}
