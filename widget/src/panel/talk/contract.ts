/** The data the gateway sends, as bot/replies.py and the HTTP contract (DESIGN.md §5) say it. */

export type Kind = "answer" | "clarify" | "refer" | "form" | "handover" | "safety" | "smalltalk" | "fallback" | "notice";
export type State = "bot" | "waiting" | "staff" | "closed";
export type Sender = "visitor" | "bot" | "staff" | "system";

export interface Source {
  title: string;
  publisher: string;
  url: string;
  date: string | null;
}

export interface Contact {
  id: string;
  name: string;
  what_for: string;
  url: string | null;
  phone: string | null;
  email: string | null;
  /** Whether it is the answer itself, or stands under "meer weten". */
  referral: boolean;
}

export interface Choice {
  label: string;
  value: string;
}

export interface Reply {
  kind: Kind;
  text: string;
  detail: string | null;
  topic: string | null;
  title: string | null;
  sources: Source[];
  contacts: Contact[];
  choices: Choice[];
  reviewed: string | null;
  stale: boolean;
  /** Which question of a form this is, of how many; null outside a form and at its summary. */
  step?: number | null;
  steps?: number | null;
  /** The field a form asks for. */
  asks?: string | null;
}

/** One numbered line of the log. */
export interface Entry {
  seq: number;
  at: string;
  sender: Sender;
  text: string | null;
  reply: Reply | null;
  state: State | null;
  client_id: string | null;
  useful: boolean | null;
}

export interface Typing {
  on: boolean;
  slow?: boolean;
}

/** Where a visitor who waits for a person stands; the texts are Dutch. */
export interface Queue {
  place: number;
  /** Null when nothing honest can be said. */
  wait: string | null;
  /** That nobody is there, and when somebody is; null when somebody is there. */
  absent: string | null;
}

export interface Created {
  id: string;
  token: string;
  state: State;
  seq: number;
}

export interface Acknowledged {
  seq: number;
  text: string;
  masked: string[];
  /** Whether contact details were sealed for the form that is open; without one the reply tells whether they stay. */
  sealed: boolean;
  state: State;
}

/** What the visitor sends; the client_id stays the same however often it is tried. */
export interface Message {
  client_id: string;
  text: string;
  choice: string | null;
}

/** Why an answer was not useful: a key of Reason in bot/registration/models.py. */
export type Reason = "niet_gevraagd" | "onduidelijk" | "onvolledig" | "onjuist";

export interface Verdict {
  useful: boolean;
  reason?: Reason;
}

/** The fields whose answer is contact details: the one place where personal data is welcome. */
export const SEALED_FIELDS: readonly string[] = ["contact", "telefoon"];

export const LONGEST_MESSAGE = 4_000;
