/** The on-screen keyboard of a phone: it lies over the page, so the panel is made as high as what is left above it. */

/** So little height, in pixels, that the panel keeps to the question and a few lines to read. */
const LOW = 250;

export function fitAboveKeyboard(after: () => void): void {
  const view = window.visualViewport;
  if (!view) return;
  const fit = (): void => {
    // A visitor who zooms in sees less too, and then nothing may move.
    const covered = view.scale === 1 && view.height < window.innerHeight - 1;
    document.body.style.height = covered ? `${view.height}px` : "";
    document.body.classList.toggle("low", (covered ? view.height : window.innerHeight) <= LOW);
    if (covered) window.scrollTo(0, 0);
    after();
  };
  view.addEventListener("resize", fit);
  fit();
}
