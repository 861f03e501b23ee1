/** Milliseconds in which elements of a list may be drawn before the browser has its turn: to paint, and to hear the visitor. */
const LONGEST = 200;

let began: number | undefined;
let nextTurn: Promise<void> = Promise.resolve();

/** Whether there is time left to draw another one now. */
export function isInTurn(): boolean {
  const now = performance.now();
  if (began === undefined) {
    began = now;
    nextTurn = new Promise((done) => {
      setTimeout(() => {
        began = undefined;
        done();
      });
    });
  }
  return now - began < LONGEST;
}

/** When it is worth asking again. */
export function whenNextTurn(): Promise<void> {
  return nextTurn;
}
