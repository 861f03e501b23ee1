/** Somewhere on Earth, in degrees. */
export interface Point {
  latitude: number;
  longitude: number;
}

/** The middle of a postcode district, and what people call it. */
export interface District extends Point {
  name: string;
}

const EARTH_KILOMETRES = 6371;

/** The way over the ground between two points, in kilometres (haversine). */
export function kilometres(from: Point, to: Point): number {
  const half = (a: number, b: number): number => Math.sin(radians(b - a) / 2) ** 2;
  const narrowing = Math.cos(radians(from.latitude)) * Math.cos(radians(to.latitude));
  const chord = half(from.latitude, to.latitude) + narrowing * half(from.longitude, to.longitude);
  return 2 * EARTH_KILOMETRES * Math.asin(Math.sqrt(chord));
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}

/** The district of an outward code. `SW1A` is a part of `SW1`, and taken for it where it has no entry of its own. */
export function districtOf(
  districts: Readonly<Record<string, District>>,
  outwardCode: string | undefined,
): District | undefined {
  const codes = outwardCode ? [outwardCode, outwardCode.replace(/[A-Z]$/, '')] : [];
  const known = codes.find((code) => Object.hasOwn(districts, code));
  return known === undefined ? undefined : districts[known];
}
