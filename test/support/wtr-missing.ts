import type { TestRunnerConfig } from '@web/test-runner';

/**
 * Lets a page do without a file of ours, as where it cannot be reached: those whose names hold the word of the cookie
 * `missing` do not arrive. There is no answer at all, because a browser would remember one for the pages after this.
 */
export const missingFiles: NonNullable<TestRunnerConfig['middleware']>[number] = (context, next) => {
  const word = context.cookies.get('missing');
  if (!word || !context.path.split('/').at(-1)!.includes(word)) return next();
  context.respond = false;
  context.req.destroy();
  return undefined;
};
