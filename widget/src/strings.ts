/**
 * The texts in the language of the visitor: the frame around the chat also in French, English and German, by data-lang of the
 * script tag or else by the browser. The conversation itself is Dutch, and says so.
 */
import { de } from "./strings.de";
import { en } from "./strings.en";
import { fr } from "./strings.fr";
import * as nl from "./strings.nl";

export { feedback, log, reply, states } from "./strings.nl";

export type Frame = Pick<typeof nl, "header" | "menu" | "erase" | "composer" | "status" | "closed" | "search" | "copy" | "ending" | "mailing" | "person">;

const FRAMES: Record<string, Frame> = { fr, en, de };

function wanted(): string {
  const asked = "location" in globalThis ? new URLSearchParams(location.search).get("lang") : null;
  return (asked ?? navigator.language).slice(0, 2).toLowerCase();
}

const found = FRAMES[wanted()];

export const language = found ? wanted() : "nl-BE";
export const { header, menu, erase, composer, status, closed, search, copy, ending, mailing, person }: Frame = found ?? nl;
