/** Puts a stylesheet in the shadow root in the way a host page's content security policy cannot forbid. */
export function addStyles(root: ShadowRoot, css: string): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
  } catch {
    // Browsers from before constructable stylesheets (2023 for Safari).
    const style = document.createElement("style");
    style.textContent = css;
    root.append(style);
  }
}
