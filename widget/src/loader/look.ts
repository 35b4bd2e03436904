/** What `wegwijs site` or the console says about this site: colours, texts, and on which pages the chat opens by itself. */
import { loader as strings } from "../strings.nl";
import type { Config } from "./config";

export interface Look {
  readonly title: string;
  readonly button: string;
  readonly colour: string | null;
  readonly text: string | null;
  readonly pages: readonly string[];
}

const USUAL: Look = { title: "", button: strings.launcher, colour: null, text: null, pages: [] };
/** Where the panel covers the whole page, as in loader.css. */
export const COVERS_ALL = "(max-width: 480px), (max-height: 480px)";
const LONGEST_WAIT = 1_500;

/**
 * As a module and not as data: it then falls under the script-src that the page allows anyway, nonce included, and needs
 * no connect-src. Whatever goes wrong, there is a launcher; it tells when the chat cannot be reached.
 */
export async function fetchLook({ origin, site }: Config): Promise<Look> {
  const address = `${origin}/widget/site/${encodeURIComponent(site)}.js`;
  const late = new Promise<null>((resolve) => setTimeout(resolve, LONGEST_WAIT, null));
  try {
    const found = (await Promise.race([import(address), late])) as { default: Look } | null;
    return found ? { ...USUAL, ...found.default } : USUAL;
  } catch {
    return USUAL;
  }
}

/** Whether a path is one of these; a star at the end stands for whatever follows. */
export function isAmong(pages: readonly string[], path: string): boolean {
  return pages.some((page) => (page.endsWith("*") ? path.startsWith(page.slice(0, -1)) : path === page));
}

export function colours({ colour, text }: Look): string {
  return colour && text ? `:host{--teal:${colour};--teal-strong:${colour};--on-teal:${text}}` : "";
}
