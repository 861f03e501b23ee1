import { zoneCases } from './zone-cases.js';

zoneCases('chromium');
