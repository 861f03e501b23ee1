/** Knead in React 19: elements in JSX, with objects as properties and events as handlers. */
import 'knead/define';
import type {} from 'knead/react';
import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';

function App() {
  const [said, setSaid] = useState('');
  return (
    <>
      <h1>Book a massage</h1>
      <p role="status">{said}</p>
      <knead-booking
        backend={import.meta.env.VITE_BACKEND}
        practitioner="mara-lindqvist"
        heading-level="2"
        prefill={{ name: 'Ada Example' }}
        metadata={{ page: 'react' }}
        onknead-booking-confirmed={({ detail }) => setSaid(`The page knows of booking ${detail.bookingId}`)}
      />
    </>
  );
}

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
