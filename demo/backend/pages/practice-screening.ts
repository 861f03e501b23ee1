import type { Outcome } from '../../../src/contract/intake.js';
import { html, htmlPage, type Html } from '../html.js';
import type { ScreenedRule } from '../practice-screening.js';
import { choicesFor, chosenFor, conditionText } from '../screening-choices.js';
import type { PractitionerRecord } from '../seed.js';

/** What the page shows. */
export interface ScreeningView {
  practitioner: PractitionerRecord;
  rules: readonly ScreenedRule[];
  /** What its form carries to prove that it is its own. */
  mark: string;
  /** Choices that could not be kept, by rule id. */
  typed?: ReadonlyMap<string, string>;
  notice?: { text: string; failed?: boolean } | undefined;
}

const GROUPS: readonly (readonly [string, readonly Outcome[], folded: boolean])[] = [
  ['Stops a booking', ['stop'], true],
  ['Talk first', ['clear'], false],
  ['Wait', ['defer'], false],
  ['Another place, or training', ['route'], false],
  ['Work differently', ['adapt'], true],
  ['Good to know', ['flag', 'info'], true],
];

/** How a therapist screens: every row, what happens there now, and what can be made of it. */
export function screeningPage({ practitioner, rules, mark, typed, notice }: ScreeningView): Response {
  const changed = rules.filter(({ rule, own }) => chosenFor(rule) !== chosenFor(own)).length;
  const body = html`<header class="top">
      <p class="quiet"><a href="/practice#screening">Back to your practice page</a></p>
      <h1>How you screen</h1>
      <p class="lede">
        What happens for each answer of the questions before a massage. You can make any row stricter. You can make any
        row milder that is no stop. ${changed === 0 ? 'All is as the form comes.' : `You have changed ${changed}.`}
      </p>
    </header>
    ${notice && html`<p class="notice${notice.failed && ' failed'}" role="${notice.failed ? 'alert' : 'status'}">${notice.text}</p>`}
    <form method="post" action="/practice/screening">
      <input type="hidden" name="mark" value="${mark}" />
      ${GROUPS.map(([title, outcomes, folded]) => {
        const within = rules.filter(({ own }) => outcomes.includes(own.outcome));
        return within.length > 0 && group(title, within, folded, typed);
      })}
      <p class="save"><button class="go">Save how you screen</button></p>
    </form>`;
  const title = `How you screen: ${practitioner.profile.name}`;
  const policy = { 'form-action': "'self'" };
  return htmlPage(title, body, { policy, ownHeading: true, ...(notice?.failed && { status: 422 }) });
}

/** The way there from the practice page. */
export function screeningSection(): Html {
  return html`<section class="card" aria-labelledby="screening">
    <h2 id="screening">Your questions</h2>
    <p class="quiet">
      Which answers stop a booking, make it a request or have it wait: see every row and set your own.
    </p>
    <p><a class="link" href="/practice/screening">How you screen</a></p>
  </section>`;
}

function group(title: string, rules: readonly ScreenedRule[], folded: boolean, typed: ScreeningView['typed']): Html {
  const rows = html`<ul class="rows">
    ${rules.map((each) => row(each, typed?.get(each.rule.id)))}
  </ul>`;
  const isOpen = rules.some(({ rule }) => typed?.has(rule.id) && typed.get(rule.id) !== chosenFor(rule));
  return html`<section class="card">
    ${
      folded
        ? html`<details ${isOpen && html`open`}>
            <summary>${title} (${rules.length})</summary>
            ${rows}
          </details>`
        : html`<h2>${title} <span class="count">${rules.length}</span></h2>
            ${rows}`
    }
  </section>`;
}

function row({ form, rule, own }: ScreenedRule, typed: string | undefined): Html {
  const now = chosenFor(own);
  const choices = choicesFor(rule);
  const came = choices.find(({ value }) => value === chosenFor(rule))?.text ?? '';
  const id = `rule-${rule.id}`;
  return html`<li>
    <div>
      <p class="asks" id="asks-${rule.id}">${conditionText(form, rule)}</p>
      <p class="quiet">They read: <bdi>${own.message}</bdi></p>
    </div>
    <div>
      ${
        rule.outcome === 'stop'
          ? html`<p><strong>Stops.</strong> <span class="quiet">This cannot be loosened.</span></p>`
          : html`<select name="${id}" aria-labelledby="asks-${rule.id}">
              ${choices.map(
                ({ value, text }) =>
                  html`<option value="${value}" ${value === (typed ?? now) && html`selected`}>${text}</option>`,
              )}
            </select>`
      }
      <p class="quiet">${now !== chosenFor(rule) && html`Yours. The form comes with: ${came}. `}Rule ${rule.id}</p>
    </div>
  </li>`;
}
