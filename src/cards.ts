/** The script tag of listing pages: registers card and directory, and takes the page's defaults from its own attributes. */
import { setDefaultBackend, setScriptBase } from './backend/connect.js';
import { warmCards } from './components/therapist-card/warm-cards.js';
import './components/therapist-directory/therapist-directory.js';
import { setSibling } from './ui/element/sibling.js';

// A tool that moves scripts about hides which tag this is; `data-base` then says it.
const script = (document.currentScript ?? document.querySelector('script[data-base]')) as HTMLScriptElement | null;
const backend = script?.getAttribute('data-backend');
if (backend) setDefaultBackend(backend);
const given = script?.getAttribute('data-base')?.replace(/\/?$/, '/') ?? script?.src;
if (script && given) {
  const base = new URL('.', new URL(given, document.baseURI)).href;
  setScriptBase(base);
  // The build writes the hash of the file that it built beside this one.
  setSibling({ src: `${base}knead.js`, integrity: '%INTEGRITY OF knead.js%', nonce: script.nonce });
}

setTimeout(warmCards);
