/**
 * A drawn body whose areas can be tapped. Script tags load it from a file of its own, where a form asks about areas of the body;
 * it takes Lit from whoever loads it.
 */
import type { BodyPicture, PictureKit } from './body-picture-kit.js';

/**
 * The right half of a shape that spans the middle, which is 100 across: points from its top to its bottom, the first with two
 * control points to each that follows. The left half is its mirror image.
 */
type Half = readonly number[];

/** The figure is symmetric about the middle of this width. */
const WIDTH = 200;

/** The right one of two shapes, as the data of a path. The left one is its mirror image. */
type OneOfTwo = string;

const HEAD: Half = [100, 8, 112, 8, 119, 18, 118, 31, 117, 42, 110, 52, 100, 52];
const NECK: Half = [100, 54, 103, 54, 106, 53, 109, 50, 109, 57, 111, 62, 115, 66, 110, 69, 105, 70, 100, 70];
const ARMS: OneOfTwo =
  'M151 97C156 104 159 114 160 127C161 141 165 152 168 164C172 182 176 200 179 216L168 219C164 202 158 186 153 172C149 160 147 147 146 134C145 122 144 114 142 107C146 105 149 101 151 97Z';
const HANDS: OneOfTwo =
  'M179 219C183 226 187 236 187 246C187 254 185 262 180 265C175 267 172 260 171 253C169 243 168 231 168 222Z';
const SHOULDERS: OneOfTwo =
  'M117 68C124 73 134 75 143 79C149 82 152 88 151 94C141 89 129 86 116 86C116 80 116 74 117 68Z';
const LEGS: OneOfTwo =
  'M144 230C145 248 143 268 139 288C137 300 136 310 137 322C138 340 135 358 129 376C127 384 126 392 126 400L112 400C112 390 111 380 110 370C107 350 107 334 109 318C110 300 106 270 103 240C112 244 122 243 130 240C136 238 141 234 144 230Z';
const FEET: OneOfTwo =
  'M126 403C127 409 130 414 131 420C131 426 126 428 119 428C112 428 108 426 109 420C110 414 112 409 112 403Z';
const HIPS: OneOfTwo =
  'M136 192C140 202 143 214 144 226C140 232 135 236 129 238C131 224 128 210 120 200C126 198 131 196 136 192Z';
const SEAT: Half = [
  ...[100, 202, 108, 202, 114, 202, 118, 202, 126, 210, 129, 222],
  ...[127, 238, 118, 242, 108, 241, 102, 237, 101, 236, 101, 236, 100, 236],
];

/** The areas by the words that forms have for them, each with its shape. Those without a word belong to the figure alone. */
const BACK: readonly (readonly [area: string | null, shape: Half | OneOfTwo])[] = [
  ['head', HEAD],
  ['neck', NECK],
  ['shoulders', SHOULDERS],
  [
    'shoulder-blades',
    [
      ...[100, 74, 104, 74, 109, 74, 113, 73, 113, 82, 113, 92],
      ...[112, 104, 111, 114, 111, 122, 110, 131, 107, 132, 103, 132, 100, 132],
    ],
  ],
  [
    'upper-back',
    'M116 89C128 89 138 92 148 97C146 101 143 103 139 104C141 113 142 122 142 131C132 134 122 134 113 133C114 118 116 104 116 89Z',
  ],
  [
    'middle-back',
    [...[100, 135, 114, 137, 128, 137, 142, 134, 142, 145, 139, 154], ...[136, 164, 125, 167, 112, 168, 100, 168]],
  ],
  [
    'lower-back',
    [...[100, 171, 112, 171, 125, 170, 135, 167, 134, 176, 134, 184], ...[135, 190, 124, 196, 112, 199, 100, 199]],
  ],
  ['hips', HIPS],
  [null, SEAT],
  ['arms', ARMS],
  ['hands', HANDS],
  ['legs', LEGS],
  ['feet', FEET],
];

const FRONT: typeof BACK = [
  [null, [100, 8, 111, 8, 118, 17, 118, 28, 112, 29, 106, 29, 100, 29]],
  ['face-jaw', [100, 32, 106, 32, 112, 32, 118, 31, 117, 42, 110, 52, 100, 52]],
  [null, NECK],
  [null, SHOULDERS],
  ['upper-chest', [100, 74, 104, 74, 109, 74, 113, 73, 113, 79, 113, 84, 113, 90, 108, 94, 104, 95, 100, 95]],
  [
    null,
    [
      ...[100, 98, 106, 98, 112, 96, 116, 89, 128, 89, 138, 92, 148, 97, 146, 101, 143, 103],
      ...[139, 104, 142, 118, 143, 140, 136, 164, 133, 174, 134, 184, 135, 190, 140, 202, 143, 214],
      ...[144, 226, 138, 234, 130, 239, 122, 241, 114, 242, 107, 240, 100, 236],
    ],
  ],
  ['front-arms', ARMS],
  [null, HANDS],
  ['front-legs', LEGS],
  [null, FEET],
];

/** Makes the picture from what its host has. */
export default function bodyPicture({ html, css, nothing }: PictureKit): BodyPicture {
  const styles = css`
    .with-picture {
      display: flex;
      flex-flow: row-reverse wrap;
      gap: calc(var(--_space) * 2) calc(var(--_space) * 3);
    }
    .with-picture > .choices {
      flex: 999 1 19em;
      align-content: start;
      grid-template-columns: repeat(auto-fill, minmax(min(100%, 11.5em), 1fr));
    }
    .picture {
      flex: 1 1 168px;
      display: grid;
      place-items: center;
      padding: calc(var(--_space) * 2);
      border: 1px solid var(--_line);
      border-radius: var(--_radius);
    }
    .picture svg {
      max-inline-size: 100%;
      block-size: 328px;
    }
    .picture path {
      fill: color-mix(in srgb, var(--_line-2) 16%, var(--_paper));
    }
    .picture .area {
      fill: color-mix(in srgb, var(--_line-2) 42%, var(--_paper));
      cursor: pointer;
    }
    .picture .area:hover {
      fill: color-mix(in srgb, var(--_accent) 50%, var(--_paper));
    }
    .picture .chosen,
    .picture .chosen:hover {
      fill: var(--_accent);
    }
    @media (prefers-reduced-motion: no-preference) {
      .picture path {
        transition: fill 140ms ease-out;
      }
    }
    @media (forced-colors: active) {
      .picture path {
        fill: none;
        stroke: GrayText;
      }
      .picture .area {
        fill: Canvas;
        stroke: CanvasText;
      }
      .picture .area:hover {
        stroke: Highlight;
      }
      .picture .chosen,
      .picture .chosen:hover {
        fill: Highlight;
      }
    }
  `;

  const [back, front] = [whole(BACK), whole(FRONT)];
  const draw: BodyPicture['draw'] = (side, { offered, chosen, onPick }) => {
    const shapes = side === 'front' ? front : back;
    const isOffered = ([area]: Shape): boolean => area !== null && offered.includes(area);
    if (!shapes.some(isOffered)) return nothing;
    const classOf = (shape: Shape): string =>
      isOffered(shape) ? `area ${chosen.includes(shape[0]!) ? 'chosen' : ''}` : '';
    const [c, d] = [shapes.map(classOf), shapes.map(([, data]) => data)];
    // By its place, because an attribute that named an area could be read by other scripts.
    const onClick = ({ target, currentTarget }: Event): void => {
      const shape = shapes[[...(currentTarget as Element).children].indexOf(target as Element)];
      if (shape && isOffered(shape)) onPick(shape[0]!);
    };
    // All in one template: what stands inside an <svg> cannot be a template of its own.
    return html`<div class="picture">
      <svg viewBox="8 4 184 428" aria-hidden="true" @click=${onClick}>
        <path class=${c[0]} d=${d[0]}></path>
        <path class=${c[1]} d=${d[1]}></path>
        <path class=${c[2]} d=${d[2]}></path>
        <path class=${c[3]} d=${d[3]}></path>
        <path class=${c[4]} d=${d[4]}></path>
        <path class=${c[5]} d=${d[5]}></path>
        <path class=${c[6]} d=${d[6]}></path>
        <path class=${c[7]} d=${d[7]}></path>
        <path class=${c[8]} d=${d[8]}></path>
        <path class=${c[9]} d=${d[9]}></path>
        <path class=${c[10]} d=${d[10]}></path>
        <path class=${c[11]} d=${d[11]}></path>
        <path class=${c[12]} d=${d[12]}></path>
      </svg>
    </div>`;
  };

  return { styles, draw };
}

/** An area, or null for what belongs to the figure alone, with the data of its path. */
type Shape = readonly [area: string | null, data: string];

/** As many shapes as the picture has places. */
const PLACES = 13;

function whole(shapes: typeof BACK): Shape[] {
  return Array.from({ length: PLACES }, (_, place) => {
    const [area, shape] = shapes[place] ?? [null, ''];
    return [area, typeof shape === 'string' ? shape + mirrored(shape) : bothHalves(shape)];
  });
}

function mirrored(path: OneOfTwo): string {
  return path.replace(/(\d+) (\d+)/g, (_, x: string, y: string) => `${WIDTH - Number(x)} ${y}`);
}

function bothHalves(half: Half): string {
  const down: string[] = [];
  const up: string[] = [];
  for (let at = 0; at < half.length; at += 2) {
    down.push(`${half[at]} ${half[at + 1]}`);
    up.unshift(`${WIDTH - half[at]!} ${half[at + 1]}`);
  }
  return `M${down[0]}C${down.slice(1).join(' ')} ${up.slice(1).join(' ')}Z`;
}
