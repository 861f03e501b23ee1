/** Registers every Knead element. The npm entry for pages that want them all. */
import './components/book-button/book-button.js';
import './components/booking/booking.js';
import './components/intake-form/intake-form.js';
import './components/manage-booking/manage-booking.js';
import './components/service-picker/service-picker.js';
import './components/slot-calendar/slot-calendar.js';
import './components/therapist-card/therapist-card.js';
import './components/therapist-directory/therapist-directory.js';
