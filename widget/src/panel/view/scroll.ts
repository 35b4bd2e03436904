/** Keeps the newest in view without ever taking the page away from someone who scrolled up to read. */
const NEAR = 60;
const MARGIN = 12;

export class Follower {
  #reading = false;
  #placed = 0;

  constructor(private readonly log: HTMLElement) {
    log.addEventListener("scroll", () => {
      this.#reading = Math.abs(log.scrollTop - this.#placed) > NEAR && !this.#atEnd;
    });
    new ResizeObserver(() => this.follow()).observe(log);
  }

  /** To the end, for what the visitor sends. */
  jump(): void {
    this.#reading = false;
    this.#place(this.log.scrollHeight);
  }

  /** As far as the last word of a person, or change of hands, stays in view: a long answer is read from its beginning. */
  follow(): void {
    if (this.#reading) return;
    const marks = this.log.querySelectorAll<HTMLElement>(".entry-visitor, .entry-staff, .entry-turn");
    const last = marks[marks.length - 1];
    const top = last ? last.offsetTop - MARGIN : 0;
    this.#place(Math.max(this.log.scrollTop, Math.min(top, this.#end)));
  }

  get #end(): number {
    return this.log.scrollHeight - this.log.clientHeight;
  }

  get #atEnd(): boolean {
    return this.#end - this.log.scrollTop < NEAR;
  }

  #place(top: number): void {
    this.log.scrollTop = top;
    this.#placed = this.log.scrollTop;
  }
}
