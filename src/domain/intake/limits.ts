import type { EvaluatedOutcome } from '../../contract/intake.js';
import type { Place } from '../../contract/place.js';
import type { Service } from '../../contract/service.js';

/** What outcomes leave open. */
export interface Limits {
  /** Where the session can be; undefined where screening says nothing about it. */
  places: readonly Place[] | undefined;
  /** The highest intensity of a service that can be offered; undefined for any. */
  maxIntensity: number | undefined;
  /** Body areas and techniques that are left out, by id. */
  avoid: readonly string[];
}

/** What the outcomes of a screening leave open between them. */
export function limitsOf(outcomes: readonly Pick<EvaluatedOutcome, 'places' | 'maxIntensity' | 'avoid'>[]): Limits {
  const places = outcomes.flatMap((outcome) => (outcome.places ? [outcome.places] : []));
  const intensities = outcomes.flatMap(({ maxIntensity }) => maxIntensity ?? []);
  return {
    places: places[0]?.filter((place) => places.every((allowed) => allowed.includes(place))),
    maxIntensity: intensities.length > 0 ? Math.min(...intensities) : undefined,
    avoid: [...new Set(outcomes.flatMap(({ avoid = [] }) => avoid))],
  };
}

/** Whether a service is as gentle as screening asks. One that says nothing of how firm it is stays open. */
export function isGentle({ intensity }: Pick<Service, 'intensity'>, maxIntensity: number | undefined): boolean {
  return maxIntensity === undefined || (intensity ?? 0) <= maxIntensity;
}
