/** The script tag of listing pages: registers the therapist card, and takes the page's defaults from its own attributes. */
import { setDefaultBackend } from './backend/connect.js';
import './components/therapist-card/therapist-card.js';

const backend = document.currentScript?.getAttribute('data-backend');
if (backend) setDefaultBackend(backend);
