/** A plain link to the chat works without any script; with this one it opens the panel on the page itself. */
import type { Api } from "./api";

export function openByLink(api: Api): void {
  document.addEventListener("click", (event) => {
    if (event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[href]") : null;
    if (!link || !api.replaces(link.href.split(/[?#]/)[0] ?? "")) return;
    event.preventDefault();
    link.focus();
    api.open();
  });
}
