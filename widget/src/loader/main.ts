/** The loader: puts the launcher on the page of a municipality, and the panel when someone asks for it. Never throws there. */
import { Api } from "./api";
import { type Config, configure, findTag, originOf } from "./config";
import { Inline } from "./inline";
import { openByLink } from "./links";
import { fetchLook } from "./look";
import { Widget } from "./widget";

const LAUNCHER = "wegwijs-widget";
const ELEMENT = "wegwijs-chat";

declare global {
  interface Window {
    Wegwijs?: Api["published"];
  }
}

function start(): void {
  const tag = findTag();
  // An element of the page with this id is also found under this name.
  if (!tag || typeof window.Wegwijs?.ask === "function") return;
  const api = new Api();
  window.Wegwijs = api.published;
  openByLink(api);
  define(originOf(tag), api);
  const { site, municipality, lang } = tag.dataset;
  if (!site) return;
  afterThePage(() => {
    if (document.querySelector(`${LAUNCHER}, ${ELEMENT}`)) return;
    const root = document.createElement(LAUNCHER);
    // Also before its styles are there: in a grid an empty element takes a gap.
    root.style.display = "contents";
    const place = (): void => {
      if (!root.isConnected) document.body.append(root);
    };
    place();
    // A site that goes to another page by putting in another body takes the launcher away with the old one.
    new MutationObserver(place).observe(document.documentElement, { childList: true });
    return mount(configure(originOf(tag), site, municipality, lang), root, api);
  });
}

/** `<wegwijs-chat site="…">`: the same by an element, for pages that are made of components. */
function define(origin: string, api: Api): void {
  class WegwijsChat extends HTMLElement {
    connectedCallback(): void {
      const site = this.getAttribute("site");
      const other = document.querySelector(`${LAUNCHER}, ${ELEMENT}`);
      if (!site || this.shadowRoot || (other && other !== this)) return;
      const config = configure(origin, site, this.getAttribute("municipality"), this.getAttribute("lang"));
      afterThePage(() => (this.isConnected && !this.shadowRoot ? mount(config, this, api) : undefined));
    }
  }
  if (!customElements.get(ELEMENT)) customElements.define(ELEMENT, WegwijsChat);
}

async function mount(config: Config, root: HTMLElement, api: Api): Promise<void> {
  const look = await fetchLook(config);
  if (!root.isConnected || root.shadowRoot) return;
  api.serve(new (root.hasAttribute("inline") ? Inline : Widget)(config, look, root, api.events), config.page);
}

/** The page of the municipality comes first: the launcher waits until everything of the page itself is there. */
function afterThePage(task: () => Promise<void> | undefined): void {
  const go = (): void => void quietly(task);
  if (document.readyState === "complete") go();
  else window.addEventListener("load", go, { once: true });
}

async function quietly(task: () => Promise<void> | void): Promise<void> {
  try {
    await task();
  } catch (fault) {
    console.warn("Wegwijs could not start on this page.", fault);
  }
}

void quietly(start);
