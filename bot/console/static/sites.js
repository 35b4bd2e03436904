/** The live preview of a site, the contrast of its colours, and the buttons that copy its code. */
const form = document.getElementById("keuzes");
const field = (name) => form.elements.namedItem(name);
const lines = (name) => field(name).value.split("\n").map((one) => one.trim()).filter(Boolean);

function luminance(colour) {
  const [red, green, blue] = [1, 3, 5].map((place) => {
    const channel = parseInt(colour.slice(place, place + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one, other) {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

function preview() {
  const screen = document.querySelector(".screen");
  const own = field("eigen_kleuren").checked;
  for (const [name, value] of [["--face", field("kleur").value], ["--on-face", field("tekstkleur").value]]) {
    if (own) screen.style.setProperty(name, value);
    else screen.style.removeProperty(name);
  }
  document.getElementById("v-titel").textContent = field("titel").value;
  document.getElementById("v-knop").textContent = field("knop").value;
  const questions = lines("vragen").slice(0, 4).map((text) => Object.assign(document.createElement("li"), { textContent: text }));
  document.getElementById("v-vragen").replaceChildren(...questions);
  judge(own);
}

/** The server refuses what cannot be read; who chooses a colour learns it while choosing. */
function judge(own) {
  const reached = contrast(field("kleur").value, field("tekstkleur").value);
  const figure = (Math.floor(reached * 10) / 10).toFixed(1).replace(".", ",");
  const enough = reached >= Number(form.dataset.least);
  const text = own
    ? `Contrast ${figure} op 1: ${enough ? "goed te lezen." : "te weinig, minstens 4,5 op 1 is nodig."}`
    : "Het contrast moet minstens 4,5 op 1 zijn.";
  const told = document.getElementById("contrast");
  if (told.textContent !== text) told.textContent = text;
  told.classList.toggle("problem", own && !enough);
}

for (const button of document.querySelectorAll("[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    const code = document.querySelector(`[aria-labelledby="${button.dataset.copy}"]`);
    code.select();
    const told = document.getElementById("melding");
    try {
      await navigator.clipboard.writeText(code.value);
      told.textContent = "De code is gekopieerd.";
    } catch {
      told.textContent = "De code is geselecteerd: kopieer ze met Ctrl+C.";
    }
  });
}

form.addEventListener("input", preview);
preview();
