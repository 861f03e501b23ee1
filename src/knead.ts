/** The script tag: registers the flow with its leaves, and takes the page's defaults from its own attributes. */
import './script-tag.js';
import './components/booking/booking.js';
