// The peers are installed by the bench alone, so that the types of the repository never wait for them.
declare module 'cally';
declare module 'react';
declare module 'react-dom/client';
declare module 'react-day-picker';
declare module '@fullcalendar/core';
declare module '@fullcalendar/daygrid';
declare module 'flatpickr';

declare module '*.css?inline' {
  const css: string;
  export default css;
}
