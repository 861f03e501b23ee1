// A Promise that is none of the browser's: what it makes is no instance of it, and async functions know nothing of it.
const Native = window.Promise;
class Kept {
  #inner;
  constructor(run) {
    this.#inner = new Native(run);
  }
  then(yes, no) {
    return Kept.#of(this.#inner.then(yes, no));
  }
  catch(no) {
    return this.then(undefined, no);
  }
  finally(run) {
    return Kept.#of(this.#inner.finally(run));
  }
  static #of(inner) {
    return new Kept((yes, no) => void inner.then(yes, no));
  }
  static resolve(value) {
    return new Kept((yes) => yes(value));
  }
  static reject(reason) {
    return new Kept((_, no) => no(reason));
  }
  static all(all) {
    return Kept.#of(Native.all(all));
  }
  static allSettled(all) {
    return Kept.#of(Native.allSettled(all));
  }
  static any(all) {
    return Kept.#of(Native.any(all));
  }
  static race(all) {
    return Kept.#of(Native.race(all));
  }
}
window.Promise = Kept;
