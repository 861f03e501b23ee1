import { Builder } from './builder.js';

void new Builder(document.querySelector('main')!).load();
