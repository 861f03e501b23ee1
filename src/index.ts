/** The npm entry: classes, types, the port and the words. Importing it registers nothing; `knead/define` does. */
export { KneadBooking } from './components/booking/booking.element.js';
export { KneadIntakeForm } from './components/intake-form/intake-form.element.js';
export { KneadManageBooking } from './components/manage-booking/manage-booking.element.js';
export { KneadServicePicker } from './components/service-picker/service-picker.element.js';
export { KneadSlotCalendar } from './components/slot-calendar/slot-calendar.element.js';
export { KneadTherapistCard } from './components/therapist-card/therapist-card.element.js';
export { KneadTherapistDirectory } from './components/therapist-directory/therapist-directory.element.js';
export {
  BackendFailure,
  type BookingBackend,
  type DirectoryBackend,
  type FailureKind,
  type ListingBackend,
  type VersionReference,
} from './backend/booking-backend.js';
export { registerAdapter, type Adapter } from './backend/connect.js';
export type { CardTimes } from './backend/stores/card-times.js';
export { registerLocale } from './locales/registry.js';
export type { Locale, Message, MessageKey, Messages } from './locales/messages.js';
export type { KneadEventName, KneadEvents, ListedFilters, StepName } from './contract/events.js';
export type { Availability, AvailabilityQuery, Slot } from './contract/availability.js';
export type { AvailabilitySummary, AvailabilitySummaryQuery } from './contract/availability.js';
export type { Booking, BookingRequest, Client } from './contract/booking.js';
export type { Business } from './contract/business.js';
export type { Discovery } from './contract/discovery.js';
export type { Hold, HoldRequest } from './contract/hold.js';
export type { Answers, IntakeForm } from './contract/intake.js';
export type { Money, Price } from './contract/money.js';
export type { Place, PlaceOffer } from './contract/place.js';
export type { Practitioner } from './contract/practitioner.js';
export type { PractitionerFilters, PractitionerSearch } from './contract/practitioner-search.js';
export type { Problem, ProblemCode } from './contract/problem.js';
export type { Catalogue, PractitionerPage, Service } from './contract/service.js';
export { version } from './ui/element/version.js';
