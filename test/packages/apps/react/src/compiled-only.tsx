/** What JSX has to know, and what it has to refuse. Compiled, never run. */
import type {} from 'knead/react';
import type { KneadSlotCalendar } from 'knead';
import { useRef } from 'react';

export function Known() {
  const calendar = useRef<KneadSlotCalendar>(null);
  return (
    <section className="booking">
      <knead-slot-calendar
        ref={calendar}
        id="calendar"
        className="wide"
        lang="de"
        slot="times"
        addOns={['hot-stones']}
        add-ons="hot-stones"
        postcode-area="E8"
        onknead-range-change={({ detail: { from, to } }) => void ([from, to] satisfies [string, string])}
        onClick={({ currentTarget }) => currentTarget.refresh()}
      />
      <knead-therapist-card practitioner="mara-lindqvist" heading-level="3" headingLevel={3} times={2}>
        <a href="/mara/">Mara Lindqvist</a>
      </knead-therapist-card>
      <knead-service-picker required hide-terms disabled={false} service={null} />
    </section>
  );
}

export function Refused() {
  return (
    <>
      {/* @ts-expect-error A place is one of two words. */}
      <knead-booking place="home" />
      {/* @ts-expect-error As an attribute, too. */}
      <knead-booking health-basis="curiosity" />
      {/* @ts-expect-error No such property. */}
      <knead-booking therapist="mara-lindqvist" />
      {/* @ts-expect-error An event says no more than it says. */}
      <knead-booking onknead-booking-confirmed={({ detail }) => void detail.name} />
      {/* @ts-expect-error React would listen to a `submit` event instead. */}
      <knead-intake-form onSubmit={() => undefined} />
      {/* @ts-expect-error No such element. */}
      <knead-calendar />
    </>
  );
}
