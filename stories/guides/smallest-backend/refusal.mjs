/** A refusal: a code of the contract, and where fields are at fault their JSON pointers. Never what the client typed. */
export class Refusal extends Error {
  constructor(status, code, more = {}, headers = {}) {
    super(code);
    const problem = { type: `urn:knead:problem:${code}`, title: code.replaceAll('-', ' '), status, code, ...more };
    Object.assign(this, { status, headers, text: JSON.stringify(problem) });
  }
}
export const invalid = (...pointers) =>
  new Refusal(422, 'validation', { errors: pointers.map((pointer) => ({ pointer, detail: 'Look at this field.' })) });
export const notFound = () => new Refusal(404, 'not-found');
