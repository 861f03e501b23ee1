import { startTestBackend } from '../support/backend.js';
import { referenceCases } from './subject.js';

referenceCases('on PGlite', () => startTestBackend());
