/** Tells the page of a site whether this browser is in a conversation, and nothing else; only this origin can know. */
import { say } from "./bridge";

/** Who said nothing for a day is no longer waiting for anything. */
const LONGEST_SILENCE = 24 * 60 * 60_000;

const site = new URLSearchParams(location.search).get("site") ?? "";
const origin = new URLSearchParams(location.hash.slice(1)).get("host");

function isInConversation(): boolean {
  try {
    const active = Number(localStorage.getItem(`wegwijs:${site}:active`) ?? 0);
    return localStorage.getItem(`wegwijs:${site}:session`) !== null && Date.now() - active < LONGEST_SILENCE;
  } catch {
    return false;
  }
}

if (window.parent !== window && origin?.startsWith("http")) say(isInConversation() ? "here" : "nobody", window.parent, origin);
