/** The script tag of the manage page: registers the element, and takes the page's defaults from its own attributes. */
import { base, nonce } from './script-tag.js';
import './page-ways.js';
import './components/manage-booking/manage-booking.js';
import { setSibling } from './ui/element/sibling.js';

// The build writes the hash of the file that it built beside this one.
if (base) setSibling({ src: `${base}knead.js`, integrity: '%INTEGRITY OF knead.js%', nonce: nonce! });
