/** What the page says: where the chat lives and for which site. */
export interface Config {
  readonly origin: string;
  readonly site: string;
  /** The panel in a frame. */
  readonly panel: string;
  /** The same chat as a page of its own: what a plain link leads to. */
  readonly page: string;
}

const FILE = "/widget/loader.js";
const NIS_CODE = /^\d{5}$/;
const LANGUAGE = /^[a-z]{2}(-\w+)?$/i;

/** The script tag of this loader. A module and some optimisers leave no current script; then it is looked for by its name. */
export function findTag(): HTMLScriptElement | null {
  const current = document.currentScript;
  if (current instanceof HTMLScriptElement && current.src) return current;
  return document.querySelector<HTMLScriptElement>(`script[src*="${FILE}"]`);
}

/** Where the script itself came from. */
export function originOf(tag: HTMLScriptElement): string {
  return new URL(tag.src).origin;
}

/** The host's origin travels in the fragment: no server log sees it. */
export function configure(origin: string, site: string, municipality?: string | null, language?: string | null): Config {
  const query = new URLSearchParams({ site });
  if (municipality && NIS_CODE.test(municipality)) query.set("municipality", municipality);
  if (language && LANGUAGE.test(language)) query.set("lang", language);
  return {
    origin,
    site,
    panel: `${origin}/panel?${query}#host=${encodeURIComponent(location.origin)}`,
    page: `${origin}/chat/${encodeURIComponent(site)}`,
  };
}
