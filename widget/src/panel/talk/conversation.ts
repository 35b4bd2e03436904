/** One visitor's talk with the server: session, outbox and stream together. What happens is told to a listener, the page. */
import { LoneStream } from "./alone";
import type { Api, Key } from "./api";
import { backoff, Pause } from "./backoff";
import type { Acknowledged, Entry, Message, Queue, Typing, Verdict } from "./contract";
import type { Line, Poll } from "./line";
import { Outbox } from "./outbox";
import { Problem } from "./problem";
import { SessionStore } from "./session";
import type { Shelf } from "./shelf";
import type { ServerEvent } from "./sse";
import { canShare, SharedStream } from "./shared";
import { uuid } from "./uuid";

export interface Listener {
  /** A conversation begins; a resumed one first gets its history. */
  began(conversation: string, resumed: boolean, waiting: readonly Message[]): void;
  /** The conversation is no longer that of this visitor; another begins soon. */
  left(): void;
  entry(entry: Entry): void;
  typing(typing: Typing): void;
  queue(queue: Queue): void;
  pending(message: Message): void;
  acknowledged(message: Message, answer: Acknowledged): void;
  delayed(message: Message, problem: Problem): void;
  rejected(message: Message, problem: Problem): void;
  connected(on: boolean, problem: Problem | null): void;
  gone(): void;
}

export interface Place {
  readonly site: string;
  readonly municipality: string | null;
}

export class Conversation {
  readonly #store: SessionStore;
  readonly #outbox: Outbox;
  readonly #pause = new Pause();
  /** Ids of what the page of the host asked. */
  readonly #asked = new Set<string>();
  #session: Key | null = null;
  #stream: Line | null = null;
  #starting: Promise<void> | null = null;
  #begun = false;
  #shown = 0;
  #failures = 0;

  constructor(
    private readonly api: Api,
    private readonly place: Place,
    private readonly shelf: Shelf,
    private readonly listener: Listener,
  ) {
    this.#store = new SessionStore(shelf, place.site);
    this.#outbox = new Outbox(shelf, place.site, {
      deliver: (message) => this.#deliver(message),
      acknowledged: (message, answer) => listener.acknowledged(message, answer),
      delayed: (message, problem) => listener.delayed(message, problem),
      rejected: (message, problem) => listener.rejected(message, problem),
      gone: () => this.#lost(this.#session),
    });
  }

  /** Whether this browser is in a conversation. */
  get stored(): boolean {
    return this.#store.load() !== null;
  }

  /** Starts, unless that was done before. */
  begin(): void {
    if (this.#begun) return;
    this.#begun = true;
    void this.start();
  }

  /** Resumes the stored conversation, or begins one; tries until that works. */
  start(): Promise<void> {
    this.#starting ??= this.#resumeOrCreate().finally(() => (this.#starting = null));
    return this.#starting;
  }

  async #resumeOrCreate(): Promise<void> {
    const [session, resumed] = await this.#store.alone(() => this.#resume());
    this.#session = session;
    this.#shown = 0;
    this.listener.began(session.id, resumed, this.#outbox.waiting);
    this.#stream = this.#listen(session);
    void this.#outbox.run();
  }

  async #resume(): Promise<[session: Key, resumed: boolean]> {
    const stored = this.#store.load();
    return stored ? [stored, true] : [await this.#create(), false];
  }

  send(text: string, choice: string | null = null): void {
    this.#post({ client_id: uuid(), text, choice });
  }

  /** Says what the page of the host asks. Where this conversation has ended, it begins another. */
  ask(text: string): void {
    const message = { client_id: uuid(), text, choice: null };
    this.#asked.add(message.client_id);
    this.#post(message);
  }

  #post(message: Message): void {
    this.#outbox.add(message);
    this.listener.pending(message);
    if (this.#session) void this.#outbox.run();
  }

  /** What would be stored of a text that is not sent yet. */
  async preview(text: string): Promise<string> {
    return this.api.preview(this.#key(), text);
  }

  async feedback(seq: number, verdict: Verdict): Promise<void> {
    await this.api.feedback(this.#key(), seq, verdict);
  }

  async handover(): Promise<void> {
    await this.api.handover(this.#key());
  }

  async cancelHandover(): Promise<void> {
    await this.api.cancelHandover(this.#key());
  }

  async transcript(format: "text" | "html" = "text"): Promise<string> {
    return this.api.transcript(this.#key(), format);
  }

  async mail(client_id: string, address: string): Promise<void> {
    await this.api.mail(this.#key(), client_id, address);
  }

  /** Ends the conversation; it stays to be read. */
  async close(): Promise<void> {
    await this.api.close(this.#key());
  }

  /** Leaves this conversation and begins another. Closing is best effort: what stays open at the server goes with its term. */
  async restart(): Promise<void> {
    if (this.#session) void this.api.close(this.#session).catch(() => undefined);
    await this.#renew();
  }

  /** Erases the conversation at the server, and only then here; one that is already gone counts as erased. */
  async erase(): Promise<void> {
    await this.api.erase(this.#key()).catch((problem: Problem) => {
      if (!problem.gone) throw problem;
    });
    await this.#renew();
  }

  /** The visitor looks again: no reason to wait any longer. */
  wake(): void {
    this.#pause.wake();
    this.#outbox.wake();
    this.#stream?.wake();
  }

  /** The network is back. */
  reconnect(): void {
    this.wake();
    this.#stream?.refresh();
  }

  /** Another tab began another conversation: this one goes on there too. */
  follow(): void {
    const stored = this.#store.load();
    if (!stored || !this.#session || stored.id === this.#session.id) return;
    this.#leave();
    void this.start();
  }

  async #renew(): Promise<void> {
    this.#outbox.clear();
    this.#forget();
    await this.start();
  }

  #forget(): void {
    if (this.#session) this.#store.forget(this.#session);
    this.#leave();
  }

  #leave(): void {
    this.#stream?.stop();
    this.#session = null;
    this.listener.left();
  }

  /** Leaves a conversation that has ended for another, with what still waits to be delivered. */
  #goOn(): void {
    this.#forget();
    void this.start().then(() => this.#outbox.wake());
  }

  /** The server no longer knows this conversation. What was not delivered yet goes to the next one. */
  #lost(session: Key | null): void {
    if (!session || session !== this.#session) return;
    this.#forget();
    this.listener.gone();
    void this.start();
  }

  async #create(): Promise<Key> {
    for (let retryAfter: number | null = null; ; ) {
      // Counted over conversations too: a server that makes and loses them at once is not asked in a fast loop.
      if (this.#failures > 0) await this.#pause.wait(backoff(this.#failures, retryAfter));
      this.#failures += 1;
      try {
        const { id, token } = await this.api.create(this.place.site, this.place.municipality);
        const session = { id, token };
        this.#store.save(session);
        return session;
      } catch (fault) {
        const problem = fault instanceof Problem ? fault : new Problem(0);
        retryAfter = problem.retryAfter;
        this.listener.connected(false, problem);
      }
    }
  }

  #listen(session: Key): Line {
    const events = {
      open: (signal: AbortSignal, poll: Poll | null) => this.api.events(session, this.#shown, signal, poll),
      event: (event: ServerEvent) => this.#hear(event),
      connected: (on: boolean, problem: Problem | null) => this.listener.connected(on, problem),
      gone: () => this.#lost(session),
      shown: () => this.#shown,
    };
    // Only tabs that share what is stored are in one conversation.
    const line = this.shelf.lasting && canShare() ? new SharedStream(`wegwijs:${session.id}`, events) : new LoneStream(events);
    void line.run();
    return line;
  }

  #hear(event: ServerEvent): void {
    if (event.type === "typing") this.listener.typing(JSON.parse(event.data) as Typing);
    if (event.type === "queue") this.listener.queue(JSON.parse(event.data) as Queue);
    if (event.type !== "entry") return;
    const entry = JSON.parse(event.data) as Entry;
    if (entry.seq <= this.#shown) return;
    this.#shown = entry.seq;
    this.#failures = 0;
    this.listener.entry(entry);
  }

  async #deliver(message: Message): Promise<Acknowledged> {
    const session = this.#key();
    return this.api.send(session, message).catch((problem: Problem) => {
      if (session === this.#session && problem.closed && this.#asked.has(message.client_id)) this.#goOn();
      // Another conversation was begun meanwhile: the message goes there.
      throw session === this.#session ? problem : new Problem(0);
    });
  }

  #key(): Key {
    if (!this.#session) throw new Problem(0);
    return this.#session;
  }
}
