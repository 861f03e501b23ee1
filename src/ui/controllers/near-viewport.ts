/** Who wants to know whether it is about to be seen. */
export interface Nearing extends Element {
  /** Called when it comes near the viewport and when it leaves again; at first only if it is near. */
  onNear(isNear: boolean): void;
}

/** How far from the viewport is near: there is time to load what a visitor scrolls to. */
const MARGIN = '300px';

/** The one observer for all elements of the page. */
let observer: IntersectionObserver | undefined;

/** Begins to tell an element how near it is. Once is enough, however often it is asked for. */
export function watchNear(element: Nearing): void {
  observer ??= new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) (target as Nearing).onNear(isIntersecting);
    },
    { rootMargin: MARGIN },
  );
  observer.observe(element);
}

/** Tells it no more. */
export function unwatchNear(element: Nearing): void {
  observer?.unobserve(element);
}
