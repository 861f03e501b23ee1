/** The script tag: registers the flow with its leaves, and takes the page's defaults from its own attributes. */
import { setDefaultBackend } from './backend/connect.js';
import './components/booking/booking.js';

const backend = document.currentScript?.getAttribute('data-backend');
if (backend) setDefaultBackend(backend);
