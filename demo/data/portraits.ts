/**
 * Pictures of people who do not exist, drawn from their position in the directory: flat shapes in quiet colours, 16 to 9, so that
 * the demo shows photos without having any.
 */

/** Pixels, for the contract's photo. */
export const PORTRAIT = { width: 640, height: 360 } as const;

const WALLS = ['#d9e2dc', '#e8dfd3', '#d8dfe8', '#e6dbe0', '#dfe3cf'];
const PANELS = ['#c3d1c8', '#d8cab8', '#bfcad8', '#d3c1c9', '#cbd2b3'];
const CLOTHES = ['#3f6f66', '#7a5c4b', '#4d5f86', '#7d4f62', '#5c6b3c', '#2f4858'];
const SKINS = ['#f0c8a8', '#e0ac86', '#c68b62', '#a56b46', '#7d4c30', '#5a3723'];
const HAIRS = ['#2b211d', '#4a3122', '#7a5230', '#b98a4e', '#8d8a86', '#1d1b22', '#9c4f2c'];

/** What is behind the head and what falls on the forehead, around a head in the middle at (320, 150). */
const STYLES: readonly { back: string; front: string }[] = [
  { back: '', front: 'M252 150q-4-86 68-86t68 86q-14-44-68-46t-68 46z' },
  { back: 'M240 240q-14-180 80-180t80 180z', front: 'M252 150q4-88 68-88t68 88q-26-22-68-22t-68 22z' },
  { back: 'M320 20a34 34 0 1 0 .1 0z', front: 'M252 152q-2-86 68-86t68 86q-24-34-68-34t-68 34z' },
  { back: 'M244 190q-10-128 76-128t76 128z', front: 'M252 160q0-92 76-92t60 92q-6-46-40-50-56 0-96 50z' },
  { back: '', front: 'M256 128q10-58 64-58t64 58q-26-20-64-20t-64 20z' },
];

/** The picture at a position, as SVG. */
export function portrait(position: number): string {
  const pick = (colours: readonly string[], step: number): string => colours[(position * step) % colours.length]!;
  const { back, front } = STYLES[(position * 3) % STYLES.length]!;
  const skin = pick(SKINS, 5);
  const hair = pick(HAIRS, 4);
  const left = position % 2 === 0 ? 40 : 440;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${PORTRAIT.width} ${PORTRAIT.height}">`,
    `<rect width="640" height="360" fill="${pick(WALLS, 2)}"/>`,
    `<rect x="${left}" y="36" width="160" height="220" rx="10" fill="${pick(PANELS, 2)}"/>`,
    `<path d="${back}" fill="${hair}"/>`,
    `<path d="M150 360q8-112 104-124h132q96 12 104 124z" fill="${pick(CLOTHES, 1)}"/>`,
    `<path d="M288 190h64v44q-32 44-64 0z" fill="${skin}"/>`,
    `<ellipse cx="320" cy="150" rx="64" ry="78" fill="${skin}"/>`,
    `<path d="${front}" fill="${hair}"/>`,
    '</svg>',
  ].join('');
}
