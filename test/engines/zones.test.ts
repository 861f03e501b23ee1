import { zoneCases } from '../e2e/zone-cases.js';

zoneCases('firefox');
