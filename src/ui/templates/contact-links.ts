import { css, html, nothing, type TemplateResult } from 'lit';

/** Ways to reach a human, as a backend or a page gives them. */
export interface ContactLinksOptions {
  phone?: string | undefined;
  email?: string | undefined;
  url?: string | undefined;
  /** Words of the link to `url`. */
  urlLabel: string;
}

/**
 * Links that call, write or open a page. They are built, never passed on: a number keeps its digits and its plus sign, an
 * address is encoded, and a page must be `https:` (or `http:` on this machine). What cannot be used safely is left out.
 */
export function contactLinks({ phone, email, url, urlLabel }: ContactLinksOptions): TemplateResult | typeof nothing {
  const links = [
    [telephone(phone), phone],
    [mailbox(email), email],
    [page(url), urlLabel],
  ].flatMap(([href, text = '']) =>
    href
      ? html`<li>
          <a href=${href}><span dir="auto" .textContent=${text}></span></a>
        </li>`
      : [],
  );
  return links.length > 0
    ? html`<ul class="contact-links">
        ${links}
      </ul>`
    : nothing;
}

function telephone(phone = ''): string | undefined {
  const [written = ''] = phone.split(/[;,#x]|ext/i);
  // "+44 (0)20": the nought is dialled only without the country code.
  const number = (written.trim().startsWith('+') ? written.replace('(0)', '') : written).replace(/[^\d+]/g, '');
  return /^\+?\d{3,}$/.test(number) ? `tel:${number}` : undefined;
}

function mailbox(email = ''): string | undefined {
  return /^[^\s@]+@[^\s@]+$/.test(email) ? `mailto:${email.split('@').map(encodeURIComponent).join('@')}` : undefined;
}

function page(url = ''): string | undefined {
  // The parser and not a pattern: only it sees through " java\nscript:".
  try {
    const { protocol, hostname, href } = new URL(url);
    const local = /^(localhost|127\.0\.0\.1|\[::1\])$/.test(hostname);
    return protocol === 'https:' || (protocol === 'http:' && local) ? href : undefined;
  } catch {
    return undefined;
  }
}

/** Styles of {@link contactLinks}. */
export const contactLinksStyles = css`
  /* The groups of a number keep their order in any language. */
  [href^='tel'] span {
    direction: ltr;
  }
  .contact-links {
    display: flex;
    flex-wrap: wrap;
    gap: 4px calc(var(--_space) * 2.5);
  }
  .contact-links a {
    display: inline-block;
    padding-block: 8px;
    font-weight: 600;
    overflow-wrap: anywhere;
  }
`;
