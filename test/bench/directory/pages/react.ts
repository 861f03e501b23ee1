import { createElement } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { Given } from '../given-cards.js';
import { addCardStyles } from './card-styles.js';
import { Card } from './react-card.js';

addCardStyles();
cardStage.enter({
  append(list, given, isAtOnce) {
    const root = createRoot(list);
    const render = (): void => root.render(createElement(List, { given }));
    if (isAtOnce) flushSync(render);
    else render();
  },
  cardIn: (item) => item,
});

function List({ given }: { given: Given }): unknown {
  return given.cards.map((card) =>
    createElement('li', { key: card.practitioner.id }, createElement(Card, { card, given })),
  );
}
