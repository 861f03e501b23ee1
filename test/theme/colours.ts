/** Accents that somebody may set, and that make life hard: pale, dark, grey, garish, like the paper, beyond sRGB, see-through. */
export const ACCENTS: readonly string[] = [
  ...['', '#2c6a5d', '#7cc4b0', '#ff0', '#ffd400', '#f5c518', '#ffef9e', 'gold', 'khaki'],
  ...['white', '#fffdfa', '#fefefe', '#f7f3ed', '#eee', '#ddd', 'black', '#171c1b', '#0a0a0a', '#1d2322', '#222'],
  ...['#444', '#666', '#757575', '#767676', '#777', '#787878', '#7f7f7f', '#888', '#999', '#aaa', '#bbb'],
  ...['#39ff14', '#0f0', '#0ff', '#f0f', '#ff1493', '#f00', '#e00', '#00f', '#4169e1', 'rebeccapurple', 'tomato'],
  ...['hotpink', 'salmon', 'orange', 'chocolate', 'teal', 'navy', 'maroon', 'olive', 'lavender', 'mistyrose'],
  ...['oklch(0.7 0.4 150)', 'oklch(0.6 0.37 264)', 'oklch(0.55 0.3 30)', 'oklch(0.95 0.05 100)', 'lab(50% 90 -90)'],
  ...['color(display-p3 1 0 0)', 'color(display-p3 0 1 0)', 'hsl(220 90% 56%)', 'rgb(44 106 93 / 0.5)', '#ff000020'],
  ...['transparent', 'light-dark(#805, #fac)'],
];

/** Papers that somebody may set, light and dark. */
export const PAPERS: readonly string[] = [
  ...['#fff', '#fffdfa', '#f5efe6', '#ffe9ec', '#e8f4ff', '#fff3c4', '#e6f4ea', '#ddd', '#ccc'],
  ...['#000', '#0b1220', '#102a43', '#1b3a2f', '#2a1b3d', '#3b0d0d', '#333', '#3f3f46'],
];
