/** Reads server-sent events out of pieces of text, as the HTML standard describes them (EventSource sends no bearer header). */
export interface ServerEvent {
  type: string;
  data: string;
  id: string;
}

export class SseParser {
  #rest = "";
  #type = "";
  #data: string[] = [];
  #id = "";

  /** The events that this piece completes. */
  feed(piece: string): ServerEvent[] {
    const text = this.#rest + piece;
    // A \r at the very end may be half of \r\n, so that line waits for the next piece.
    const lines = text.split(/\r\n|\n|\r(?!$)/);
    this.#rest = lines.pop() ?? "";
    return lines.map((line) => this.#read(line)).filter((event): event is ServerEvent => event !== null);
  }

  #read(line: string): ServerEvent | null {
    if (line === "") return this.#finish();
    const colon = line.indexOf(":");
    if (colon === 0) return null;
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? "" : line.slice(colon + 1).replace(/^ /, "");
    if (field === "event") this.#type = value;
    if (field === "data") this.#data.push(value);
    if (field === "id" && !value.includes("\0")) this.#id = value;
    return null;
  }

  #finish(): ServerEvent | null {
    const event = { type: this.#type || "message", data: this.#data.join("\n"), id: this.#id };
    const empty = this.#data.length === 0;
    this.#type = "";
    this.#data = [];
    return empty ? null : event;
  }
}
