/** A node of the graph: a schema.org type and its properties, those without a value left out. */
export type Thing = { '@type': string } & { [property: string]: Value | undefined };
type Value = string | number | Thing | readonly (string | Thing)[];

/** An area of outward codes, or undefined where there are none. */
export function postcodes(codes: readonly string[], region: string | undefined): Thing | undefined {
  return codes.length > 0
    ? { '@type': 'GeoShape', postalCode: [...new Set(codes)], addressCountry: region }
    : undefined;
}
