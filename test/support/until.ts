/** How long anything may take that a visitor waits for, in milliseconds: far more than a slow machine needs. */
const PATIENCE = 15_000;

/**
 * Asks until the answer is neither false nor undefined, and returns it.
 * @throws what `complaint` says, once patience has run out.
 */
export async function until<Answer>(
  ask: () => Promise<Answer | false | undefined> | Answer | false | undefined,
  complaint: () => Promise<string> | string,
  patience = PATIENCE,
): Promise<Answer> {
  const deadline = performance.now() + patience;
  for (;;) {
    const answer = await ask();
    if (answer !== false && answer !== undefined) return answer;
    if (performance.now() > deadline) throw new Error(await complaint());
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
