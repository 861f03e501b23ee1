/** Text that is HTML already. */
export class Html {
  constructor(readonly text: string) {}
}

/** What stands inside {@link html}: texts are escaped, nothing is left out as nothing. */
export type Piece = Html | string | number | null | undefined | false | readonly Piece[];

/** HTML whose pieces cannot become markup. */
export function html(strings: TemplateStringsArray, ...pieces: readonly Piece[]): Html {
  return new Html(strings.map((text, index) => (index === 0 ? '' : textOf(pieces[index - 1])) + text).join(''));
}

function textOf(piece: Piece): string {
  if (piece === null || piece === undefined || piece === false) return '';
  if (piece instanceof Html) return piece.text;
  if (typeof piece === 'object') return piece.map(textOf).join('');
  return escapeHtml(String(piece));
}

/** Text made safe inside HTML elements and quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** What a page of the backend's own may do besides showing itself in the backend's own style. */
export interface PageOptions {
  status?: number;
  /** Scripts of {@link assetRoutes}, by file name. */
  scripts?: readonly string[];
  /** Directives of its Content-Security-Policy that are not as strict as they can be. */
  policy?: Readonly<Record<string, string>>;
  headers?: Readonly<Record<string, string>>;
  /** Leaves the heading to the body. */
  ownHeading?: boolean;
}

/** A page of the backend's own. Nobody keeps it, nobody frames it, nothing foreign runs in it. */
export function htmlPage(title: string, body: Html, options: PageOptions = {}): Response {
  const { status = 200, scripts = [], policy = {}, headers = {}, ownHeading = false } = options;
  const page = html`<!doctype html>
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/assets/pages.css" />
        ${scripts.map((name) => html`<script defer src="/assets/${name}"></script>`)}
      </head>
      <body>
        <main>${ownHeading ? null : html`<h1>${title}</h1>`} ${body}</main>
      </body>
    </html> `;
  const directives = {
    'default-src': "'none'",
    'style-src': "'self'",
    ...(scripts.length > 0 && { 'script-src': "'self'" }),
    'img-src': "'self' data:",
    'form-action': "'none'",
    'base-uri': "'none'",
    'frame-ancestors': "'none'",
    ...policy,
  };
  return new Response(page.text, {
    status,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
      'Content-Security-Policy': Object.entries(directives)
        .map((directive) => directive.join(' '))
        .join('; '),
      ...headers,
    },
  });
}
