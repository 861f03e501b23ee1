/** The script tag: registers the flow with its leaves, and takes the page's defaults from its own attributes. */
import { setDefaultBackend, setScriptBase } from './backend/connect.js';
import './components/booking/booking.js';

// A tool that moves scripts about hides which tag this is; `data-base` then says it.
const script = (document.currentScript ?? document.querySelector('script[data-base]')) as HTMLScriptElement | null;
const { backend, base: dataBase } = script?.dataset ?? {};
setDefaultBackend(backend ?? null);
const base = dataBase?.replace(/\/?$/, '/') ?? script?.src;
if (base) setScriptBase(new URL('.', new URL(base, document.baseURI)).href);
