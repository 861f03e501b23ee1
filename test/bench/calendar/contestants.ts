/** One row of the comparison. */
export interface Contestant {
  name: string;
  /** The page it has, by the name of its script in `pages/`. */
  page: string;
  /** A busy loop before its paint, as a part of the time until then. */
  plant?: number;
  /** What the upper end of the interval of our time to its time may be at most. */
  bound?: number;
  /** Taps on a day are measured, too. */
  tapped?: true;
  /** What it does not do, or does otherwise. */
  note: string;
}

/** Ours, which every other row is a ratio to. */
export const OURS = 'knead-slot-calendar';
/** The same page a second time: how far the machine alone moves a ratio. */
export const TWIN = 'the same again (A/A)';
/** The same page with the fault that the gate has to notice. */
export const SLOWED = 'with 30 % busy loop (A/B)';
/** The upper end of the interval of a tap on ours to a tap on react-day-picker. */
export const TAP_BOUND = 0.7;
/** The upper end of the interval of the power by which turning a month grows with the slots. */
export const SLOPE_BOUND = 0.15;

/** Everybody, in the order of the table. */
export const contestants: readonly Contestant[] = [
  {
    name: OURS,
    page: 'knead',
    tapped: true,
    note: 'soonest times, a number per day, full names for every day and time, radios in fieldsets by part of day, six rows',
  },
  { name: TWIN, page: 'knead', tapped: true, note: 'control' },
  { name: SLOWED, page: 'knead', plant: 0.3, note: 'proves that the gate notices' },
  {
    name: 'react-day-picker',
    page: 'react-day-picker',
    bound: 0.6,
    tapped: true,
    note: 'lists no times (a small React list is added), no soonest times, no counts; its page includes React',
  },
  {
    name: 'fullcalendar',
    page: 'fullcalendar',
    bound: 0.5,
    note: 'writes all times into the month: no list of a day, no choosing, no soonest times; days are not buttons',
  },
  {
    name: 'cally',
    page: 'cally',
    bound: 1.3,
    note: 'lists no times (a small plain list is added), no soonest times, no counts',
  },
  {
    name: 'flatpickr',
    page: 'flatpickr',
    note: 'lists no times (a small plain list is added), no soonest times, no counts; days are spans, no table; only told, no bound',
  },
];
