/** What the script tag says: where the chat lives and for which site. */
export interface Config {
  readonly origin: string;
  readonly panel: string;
}

const NIS_CODE = /^\d{5}$/;

/** Reads the tag; null when there is none or it names no site. The host's origin travels in the fragment: no server log sees it. */
export function readConfig(tag: HTMLOrSVGScriptElement | null): Config | null {
  if (!(tag instanceof HTMLScriptElement) || !tag.src || !tag.dataset.site) return null;
  const { origin } = new URL(tag.src);
  const query = new URLSearchParams({ site: tag.dataset.site });
  const municipality = tag.dataset.municipality ?? "";
  if (NIS_CODE.test(municipality)) query.set("municipality", municipality);
  return { origin, panel: `${origin}/panel?${query}#host=${encodeURIComponent(location.origin)}` };
}
