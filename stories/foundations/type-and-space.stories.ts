import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { css, html } from 'lit';
import { shellStyles } from '../../src/ui/templates/shell.js';
import { stage } from './measured.js';

const meta: Meta = { title: 'Foundations/Type and space', tags: ['!autodocs'] };
export default meta;

const layout = css`
  :host {
    background: var(--_paper);
    padding: 24px;
  }
  .rows {
    display: grid;
    gap: 24px;
  }
  .row {
    display: grid;
    gap: 4px;
  }
  .label {
    font-weight: 600;
  }
  .steps {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 24px;
  }
  .bar {
    background: var(--_accent);
    forced-color-adjust: none;
    inline-size: 44px;
  }
  .bar.one {
    block-size: var(--_space);
  }
  .bar.two {
    block-size: calc(var(--_space) * 2);
  }
  .bar.three {
    block-size: calc(var(--_space) * 3);
  }
  .bar.four {
    block-size: calc(var(--_space) * 4);
  }
  .shape {
    inline-size: 120px;
    block-size: 80px;
    border: 1px solid var(--_line-2);
    background: var(--_sunk);
  }
  .shape.control {
    border-radius: var(--_radius);
    block-size: var(--_control);
  }
  .shape.group {
    border-radius: var(--_radius-group);
  }
  .shape.shell {
    border-radius: var(--_radius-shell);
  }
`.styleSheet!;

/** Type does the hierarchy: in the page's own family, in `em` of the page's own size, and never below 14 px. */
export const Type: StoryObj = {
  render: () =>
    stage(
      () =>
        html`<div class="rows">
          <div class="row">
            <p class="small muted">Step 2 of 6</p>
            <p class="small muted">What stands around: 14 px</p>
          </div>
          <div class="row">
            <h2 class="title">When would you like to come?</h2>
            <p class="small muted">A heading, balanced over its lines: 26 px wide, 22 px narrow</p>
          </div>
          <div class="row">
            <p class="lede">Times are London time. Nothing is booked until you have checked everything.</p>
            <p class="small muted">The lede: 16 px, at most 58 characters a line</p>
          </div>
          <div class="row">
            <p class="label">Email address</p>
            <p class="small muted">For your confirmation. A hint below its label</p>
          </div>
          <div class="row">
            <p class="tabular">
              <strong>11:00am</strong> <strong>12:30pm</strong> <strong>£75</strong> <strong>£110</strong>
            </p>
            <p class="small muted">Times, prices and dates stand in columns: tabular figures</p>
          </div>
        </div>`,
      { styles: [shellStyles.styleSheet!, layout] },
    ),
};

const STEPS = ['one', 'two', 'three', 'four'] as const;

/** A rhythm of eight pixels. */
export const Spacing: StoryObj = {
  render: () =>
    stage(
      (measure) =>
        html`<div class="steps">
          ${STEPS.map(
            (step, index) =>
              html`<div class="row">
                <div class="bar ${step}"></div>
                <p class="small muted">${index + 1} × ${measure?.length('--_space')}</p>
              </div>`,
          )}
        </div>`,
      { styles: [layout] },
    ),
};

/** One radius, from which larger shapes follow; and the size of what is touched. */
export const Shapes: StoryObj = {
  render: () =>
    stage(
      (measure) =>
        html`<div class="steps">
          <div class="row">
            <div class="shape control"></div>
            <p class="small muted">A control: ${measure?.length('--_radius')}, ${measure?.length('--_control')} high</p>
          </div>
          <div class="row">
            <div class="shape group"></div>
            <p class="small muted">A group: ${measure?.length('--_radius-group')}</p>
          </div>
          <div class="row">
            <div class="shape shell"></div>
            <p class="small muted">A card, the shell: ${measure?.length('--_radius-shell')}</p>
          </div>
        </div>`,
      { styles: [layout] },
    ),
};
