/**
 * What pages ask of the script beside its elements. Elements that are registered after this wait for it where the script tag says so.
 */
import { bringPage } from './components/book-button/load-page.js';
import { base, script } from './script-tag.js';

if (base) bringPage(script!);
