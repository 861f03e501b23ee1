/** Tags that stay in what an author wrote. */
const TAGS = new Set(['a', 'b', 'br', 'div', 'em', 'h2', 'h3', 'li', 'ol', 'p', 'span', 'strong', 'ul']);
/** Attributes that stay, whatever their tag. */
const ATTRIBUTE = /^(href|title|id|class|lang|dir|data-[a-z0-9_.-]+)$/;
const POST = /(<article>)([^]*?)(<\/article>)/;
const TAG = /<(\/?)([a-z][\w-]*)([^>]*)>/g;

/**
 * The content of a page's `<article>` as a site keeps it that trusts its authors little: of tags it does not know only the content
 * stays, and of attributes only harmless ones, those that begin with `data-` among them. WordPress's `wp_kses_post` is such a filter.
 */
export function kses(html: string): string {
  return html.replace(POST, (_, open: string, post: string, close: string) => {
    const kept = post.replace(TAG, (_tag, slash: string, name: string, attributes: string) => {
      if (!TAGS.has(name)) return '';
      const left = [...attributes.matchAll(/([\w.:-]+)(="[^"]*")/g)].filter(([, attribute]) =>
        ATTRIBUTE.test(attribute!),
      );
      return `<${slash}${name}${left.map(([whole]) => ` ${whole}`).join('')}>`;
    });
    return `${open}${kept}${close}`;
  });
}
