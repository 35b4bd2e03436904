/** Shows what happens in the conversation. Each method is one thing that can happen; how it looks is in view/. */
import { status as strings } from "../strings";
import type { Acknowledged, Entry, Message, Queue, State, Typing } from "./talk/contract";
import type { Idle } from "./talk/idle";
import type { Listener } from "./talk/conversation";
import type { Problem } from "./talk/problem";
import type { Composer } from "./view/composer";
import { dutch } from "./view/dom";
import type { Disclosure } from "./view/header";
import type { Log } from "./view/log";
import type { Person } from "./view/person";
import type { Unread } from "./unread";
import type { Status } from "./view/status";

/** History comes in one burst; after so much silence, what follows is new and is announced. */
const END_OF_HISTORY = 500;
const FIELD = "textarea, button";

export class Page implements Listener {
  #state: State = "bot";
  #quiet: ReturnType<typeof setTimeout> | null = null;

  constructor(
    private readonly log: Log,
    private readonly status: Status,
    private readonly composer: Composer,
    private readonly closed: HTMLElement,
    private readonly person: Person,
    private readonly disclosure: Disclosure,
    private readonly unread: Unread,
    private readonly idle: () => Idle,
  ) {}

  /** Puts the keyboard where the visitor goes on: at the question, or at what begins another conversation. */
  focus(): void {
    const place = this.#state === "closed" ? this.closed : this.composer.element;
    place.querySelector<HTMLElement>(FIELD)?.focus();
  }

  began(conversation: string, resumed: boolean, waiting: readonly Message[]): void {
    this.log.announce(!resumed);
    this.log.clear();
    this.unread.begin(conversation);
    this.status.hide("typing");
    this.#enter("bot");
    if (resumed) this.#announceSoon();
    for (const message of waiting) this.log.pending(message);
  }

  left(): void {
    this.unread.leave();
  }

  entry(entry: Entry): void {
    if (this.#quiet !== null) this.#announceSoon();
    if (entry.sender !== "visitor") this.status.hide("typing");
    this.log.add(entry);
    const fresh = this.#quiet === null;
    if (fresh) this.idle().touch();
    this.unread.add(entry.seq, isNews(entry), fresh);
    if (entry.sender !== "visitor") this.composer.expect(entry.reply?.asks ?? null);
    if (entry.state) this.#enter(entry.state);
  }

  typing({ on, slow }: Typing): void {
    // Once a person has the conversation, an answer that the assistant still makes is never shown.
    if (!on || this.#state === "staff") this.status.hide("typing");
    else if (slow) this.status.show("typing", strings.slow);
    else this.status.show("typing", strings.typing, { after: 400 });
  }

  queue(queue: Queue): void {
    if (this.#state === "waiting") this.person.stand(queue);
  }

  pending(message: Message): void {
    this.log.pending(message);
  }

  acknowledged(message: Message, answer: Acknowledged): void {
    this.log.acknowledged(message, answer);
    this.status.hide("note");
  }

  delayed(message: Message, problem: Problem): void {
    this.log.delayed(message);
    if (problem.detail) this.status.show("note", dutch(problem.detail));
  }

  rejected(message: Message, problem: Problem): void {
    this.log.rejected(message, problem.detail);
    this.composer.restore(message.text);
  }

  connected(on: boolean, problem: Problem | null): void {
    const wasOff = this.status.has("connection");
    if (!on) this.status.show("connection", problem?.detail ? dutch(problem.detail) : strings.offline, { after: wasOff ? 0 : 1_500 });
    else this.status.hide("connection");
    if (on && wasOff) this.status.show("note", strings.online, { during: 4_000 });
  }

  gone(): void {
    this.status.show("note", strings.gone, { during: 15_000 });
  }

  #enter(state: State): void {
    const [shown, gone] = state === "closed" ? [this.closed, this.composer.element] : [this.composer.element, this.closed];
    const hadFocus = gone.contains(document.activeElement) || this.person.hasFocus;
    this.#state = state;
    shown.hidden = false;
    gone.hidden = true;
    this.person.enter(state);
    this.disclosure.enter(state);
    this.idle().count(state === "bot");
    if (state === "staff") this.status.hide("typing");
    // Whoever was typing, or pressed "Nieuw gesprek", goes on in what takes its place.
    if (hadFocus) this.focus();
  }

  #announceSoon(): void {
    if (this.#quiet !== null) clearTimeout(this.#quiet);
    this.#quiet = setTimeout(() => {
      this.#quiet = null;
      this.log.announce(true);
    }, END_OF_HISTORY);
  }
}

/** Said by another; the greeting, and that a conversation changed hands or ended, is no message. */
function isNews({ sender, text, reply }: Entry): boolean {
  return sender !== "visitor" && (text !== null || (reply !== null && reply.kind !== "notice"));
}
