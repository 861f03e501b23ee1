export { newKey } from '../backend/stores/key.js';
