/** Forms are sent without leaving the page: the answer is the page itself, of which the changed parts are taken over. */

export function submitInPlace(live) {
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.closest("main") || form.hasAttribute("data-whole-page")) return;
    if (form.dataset.insert) {
      event.preventDefault();
      insert(form, live);
    } else if (form.method === "post") {
      event.preventDefault();
      send(form, event.submitter, live);
    }
  });
}

async function send(form, submitter, live) {
  if (form.ariaBusy === "true") return;
  form.ariaBusy = "true";
  try {
    const body = new URLSearchParams(new FormData(form, submitter));
    const response = await fetch(form.action, { method: "POST", body });
    const page = await live.read(response);
    if (page) settle(form, page, response.ok, live);
  } catch {
    live.offline();
  }
  form.ariaBusy = "false";
}

function settle(form, page, isDone, live) {
  // Who went on meanwhile is left where they are.
  const place = form.closest("[data-accept]") ?? form;
  const isHere = place.contains(document.activeElement) || document.activeElement === document.body;
  const told = page.getElementById("melding");
  const here = document.getElementById("melding");
  // A refusal that has no page of its own still says why.
  if (!told && here) here.textContent = page.querySelector(".problem")?.textContent ?? "Dat lukt niet.";
  if (told) here?.replaceChildren(...[...told.cloneNode(true).childNodes]);
  live.renew(page, isDone ? form.closest("[data-part]") : null);
  const target = isDone ? document.getElementById(form.dataset.focus) : null;
  if (isHere) (target ?? here)?.focus();
}

/** Fetches a ready-made text and puts it where the cursor is. */
async function insert(form, live) {
  const field = document.getElementById(form.dataset.insert);
  const query = new URLSearchParams(new FormData(form));
  try {
    const page = await live.read(await fetch(`${form.action}?${query}`));
    if (!page) return;
    const text = page.getElementById(field.id).value;
    field.setRangeText(text, field.selectionStart, field.selectionEnd, "end");
    field.focus();
  } catch {
    live.offline();
  }
}
