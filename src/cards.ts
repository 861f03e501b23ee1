/** The script tag of listing pages: registers card and directory, and takes the page's defaults from its own attributes. */
import { base, nonce, script } from './script-tag.js';
import { bringTwins } from './components/book-button/load-page.js';
import { warmCards } from './components/therapist-card/warm-cards.js';
import './components/therapist-directory/therapist-directory.js';
import { setSibling } from './ui/element/sibling.js';

// The build writes the hash of the file that it built beside this one.
if (base) {
  setSibling({ src: `${base}knead.js`, integrity: '%INTEGRITY OF knead.js%', nonce: nonce! });
  bringTwins(script!);
}

setTimeout(warmCards);
