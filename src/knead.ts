/** The script tag: registers the elements, and takes the page's defaults from its own attributes. */
import { setDefaultBackend } from './backend/connect.js';
import './define.js';

const script = document.currentScript;
const backend = script?.getAttribute('data-backend');
if (backend) setDefaultBackend(backend);
