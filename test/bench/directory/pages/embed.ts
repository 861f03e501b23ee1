/** What is in each frame of the page with frames: a small application that loads one therapist and shows the card. */
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import type { Given } from '../given-cards.js';
import { addCardStyles } from './card-styles.js';
import { Card } from './react-card.js';

addCardStyles();
void start();

async function start(): Promise<void> {
  const given = (await (await fetch(`/card.json${location.search}`)).json()) as Given;
  createRoot(document.querySelector('main')).render(createElement(Card, { card: given.cards[0], given }));
}
