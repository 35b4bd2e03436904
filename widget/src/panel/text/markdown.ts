/**
 * The Markdown subset of replies (DESIGN.md §5) as a tree of data: paragraphs, lists, bold, links. Everything else is plain text.
 * view/markdown.ts makes DOM nodes of it, so that no text of anyone is ever read as HTML.
 */
import { safeHref } from "./links";

export type Inline =
  | { type: "text"; text: string }
  | { type: "bold"; children: Inline[] }
  | { type: "link"; href: string; children: Inline[] };

export type Block =
  | { type: "paragraph"; children: Inline[] }
  | { type: "list"; ordered: boolean; start: number; items: Inline[][] };

const BULLET = /^\s{0,3}[-*]\s+(.*)$/;
const NUMBER = /^\s{0,3}(\d{1,3})\.\s+(.*)$/;
const INLINE = /\*\*(?=\S)(.+?)\*\*|\[([^\][]+)\]\(((?:[^()\s]|\([^()\s]*\))+)\)/s;

/** Lines that belong together, before their inline marks are read. */
interface Draft {
  kind: "paragraph" | "bullets" | "numbers";
  start: number;
  items: string[];
}

export function parse(text: string): Block[] {
  const drafts: Draft[] = [];
  let afterBlank = true;
  for (const line of text.split(/\r\n?|\n/)) {
    if (line.trim() !== "") takeLine(line, drafts, afterBlank);
    afterBlank = line.trim() === "";
  }
  return drafts.map(finish);
}

/** A list goes on over an empty line, a paragraph does not; a plain line right below an item belongs to that item. */
function takeLine(line: string, drafts: Draft[], afterBlank: boolean): void {
  const next = itemOf(line);
  const last = drafts[drafts.length - 1];
  if (last && next.kind !== "paragraph" && next.kind === last.kind) last.items.push(...next.items);
  else if (last && next.kind === "paragraph" && !afterBlank) last.items.push(`${last.items.pop()} ${line.trim()}`);
  else drafts.push(next);
}

function itemOf(line: string): Draft {
  const bullet = BULLET.exec(line);
  if (bullet) return { kind: "bullets", start: 1, items: [bullet[1] ?? ""] };
  const number = NUMBER.exec(line);
  if (number) return { kind: "numbers", start: Number(number[1]), items: [number[2] ?? ""] };
  return { kind: "paragraph", start: 1, items: [line.trim()] };
}

function finish({ kind, start, items }: Draft): Block {
  if (kind === "paragraph") return { type: "paragraph", children: inline(items.join(" ")) };
  return { type: "list", ordered: kind === "numbers", start, items: items.map(inline) };
}

export function inline(text: string): Inline[] {
  const found = INLINE.exec(text);
  if (!found) return plain(text);
  const [whole, bold, label = "", target = ""] = found;
  const rest = inline(text.slice(found.index + whole.length));
  return [...plain(text.slice(0, found.index)), mark(bold, label, target), ...rest];
}

function mark(bold: string | undefined, label: string, target: string): Inline {
  if (bold !== undefined) return { type: "bold", children: inline(bold) };
  const href = safeHref(target);
  // A link to anywhere else stays readable as what was written.
  return href ? { type: "link", href, children: inline(label) } : { type: "text", text: `${label} (${target})` };
}

function plain(text: string): Inline[] {
  return text === "" ? [] : [{ type: "text", text }];
}
