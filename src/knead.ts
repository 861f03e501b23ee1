/** The script tag: registers the flow with its leaves, and takes the page's defaults from its own attributes. */
import './script-tag.js';
import './page-ways.js';
import { bookButtonKit } from './components/book-button/kit.js';
import { giveButton } from './components/book-button/load-page.js';
import './components/booking/booking.js';

giveButton(bookButtonKit);
