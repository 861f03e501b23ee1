/** Knead in an application without a framework: the elements by their modules, everything typed by their tags. */
import 'knead/components/booking';
import { registerLocale, type KneadBooking, type KneadEvents } from 'knead';
import de from 'knead/locales/de';

registerLocale(de);
const asked = new URLSearchParams(location.search).get('lang');
if (asked) document.documentElement.lang = asked;

const booking: KneadBooking = document.createElement('knead-booking');
booking.backend = import.meta.env.VITE_BACKEND;
booking.practitioner = 'mara-lindqvist';
booking.prefill = { name: 'Ada Example' };
booking.metadata = { page: 'vite' };

booking.addEventListener('knead-booking-confirmed', ({ detail }) => {
  const { bookingId }: KneadEvents['knead-booking-confirmed'] = detail;
  document.querySelector('#said')!.textContent = `The page knows of booking ${bookingId}`;
});
document.querySelector('main')!.append(booking);
