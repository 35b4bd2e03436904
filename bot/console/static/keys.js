/** Alt and a letter go to what carries it in data-key; none of them works without a modifier, except in a list of digits and on a card that has the focus. */

export function listenToKeys() {
  document.addEventListener("keydown", (event) => {
    if (event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey) follow(event);
    else if (event.key === "Enter" && event.ctrlKey) send(event);
    else if (["Enter", "a"].includes(event.key) && event.target.matches?.("[data-accept]")) accept(event);
    else if (event.key === "z" && event.target.matches?.("[data-accept], #melding")) undo(event);
    else if (/^[1-9]$/.test(event.key) && !event.ctrlKey && !event.metaKey) pick(event);
  });
}

/** On a Mac, Alt changes the letter, and only the key tells which it was. */
const letter = ({ key, code }) => (/^[a-z]$/i.test(key) ? key : code.replace("Key", "")).toLowerCase();

function follow(event) {
  const target = document.querySelector(`[data-key="${CSS.escape(letter(event))}"]`);
  if (!target) return;
  event.preventDefault();
  if (target.tagName === "SUMMARY") unfold(target.parentElement);
  else if (target.matches("a, button")) target.click();
  else target.focus();
}

function unfold(details) {
  details.open = true;
  details.querySelector("select, input:not([type=hidden]), button")?.focus();
}

function send(event) {
  if (event.target.tagName !== "TEXTAREA") return;
  event.preventDefault();
  event.target.form.requestSubmit();
}

function pick(event) {
  const form = event.target.closest?.("form[data-digits]");
  const button = form?.querySelectorAll("button")[Number(event.key) - 1];
  if (!button) return;
  event.preventDefault();
  button.click();
}

/** What was just decided, taken back; the focus goes along, and comes to the card that is there again. */
function undo(event) {
  const button = document.querySelector("[data-undo]");
  if (!button || event.repeat || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  button.focus();
  button.click();
}

/** The card alone listens, never a field in it. */
function accept(event) {
  if (event.repeat || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  event.target.querySelector("form").requestSubmit();
}
