/** Where the panel covers the page: it stays above the on-screen keyboard, and never over what has the focus. */
import { COVERS_ALL } from "./look";

/** Only the page knows its keyboard: the viewport of a frame does not shrink with it. */
export function fitAboveKeyboard(frame: () => HTMLElement | null): void {
  const visible = window.visualViewport;
  if (!visible) return;
  const fit = (): void => {
    // A page that is zoomed in has a small viewport too; there the visitor moves the page.
    const style = frame()?.style;
    if (!style) return;
    const covers = matchMedia(COVERS_ALL).matches && visible.scale < 1.01;
    style.height = covers ? `${visible.height}px` : "";
    style.top = covers ? `${visible.offsetTop}px` : "";
  };
  visible.addEventListener("resize", fit);
  visible.addEventListener("scroll", fit);
}

/** Calls back when something of the page gets the focus that lies wholly behind the panel. */
export function onHiddenFocus(frame: () => HTMLElement | null, own: HTMLElement, hidden: () => void): void {
  document.addEventListener("focusin", ({ target }) => {
    if (!(target instanceof Element) || own.contains(target)) return;
    // The browser first scrolls it into view.
    requestAnimationFrame(() => {
      const [under, over] = [target.getBoundingClientRect(), frame()?.getBoundingClientRect()];
      if (!over?.width || !under.width || document.activeElement !== target) return;
      if (under.left >= over.left && under.right <= over.right && under.top >= over.top && under.bottom <= over.bottom) hidden();
    });
  });
}
