import { expect } from '@open-wc/testing';
import { gridMove } from '../../../src/ui/controllers/roving-grid.js';

const move = (chord: string, direction: 'ltr' | 'rtl' = 'ltr'): unknown => {
  const [key, ...held] = chord.split('+').reverse() as [string, ...string[]];
  const modifiers = { altKey: 'Alt', metaKey: 'Meta', ctrlKey: 'Control', shiftKey: 'Shift' } as const;
  const event = Object.fromEntries(Object.entries(modifiers).map(([name, value]) => [name, held.includes(value)]));
  return gridMove({ key, ...event } as unknown as KeyboardEvent, direction);
};

describe('keys of a grid', () => {
  it('arrows move by a cell or a row, where they point', () => {
    expect(move('ArrowRight')).to.deep.equal({ by: 'cell', step: 1 });
    expect(move('ArrowRight', 'rtl')).to.deep.equal({ by: 'cell', step: -1 });
    expect(move('ArrowLeft')).to.deep.equal({ by: 'cell', step: -1 });
    expect(move('ArrowLeft', 'rtl')).to.deep.equal({ by: 'cell', step: 1 });
    expect(move('ArrowDown', 'rtl')).to.deep.equal({ by: 'row', step: 1 });
    expect(move('ArrowUp')).to.deep.equal({ by: 'row', step: -1 });
  });

  it('Page turns a page, with Shift a section; Home and End stay in the row, with Control in the page', () => {
    expect(move('PageDown')).to.deep.equal({ by: 'page', step: 1 });
    expect(move('Shift+PageUp')).to.deep.equal({ by: 'section', step: -1 });
    expect(move('Home')).to.deep.equal({ to: 'row-start' });
    expect(move('End')).to.deep.equal({ to: 'row-end' });
    expect(move('Control+Home')).to.deep.equal({ to: 'first' });
    expect(move('Control+End')).to.deep.equal({ to: 'last' });
  });

  it('everything else is left to the browser', () => {
    for (const chord of ['Enter', ' ', 'Tab', 'Alt+ArrowLeft', 'Meta+ArrowLeft', 'Control+ArrowLeft', 'toString']) {
      expect(move(chord), chord).to.equal(undefined);
    }
  });
});
