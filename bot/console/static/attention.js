/** A sound and a notification when somebody joins the queue: both off until asked for, and remembered on this browser. */

const TEXT = "Er wacht iemand op een medewerker.";

export function watchQueue(live) {
  const box = document.getElementById("aandacht");
  if (!box) return { isWanted: () => false };
  box.hidden = false;
  const sound = remembered("geluid");
  const notices = remembered("meldingen", askPermission);
  let known = waiting();
  live.onChange(() => {
    const now = waiting();
    const isMore = [...now].some((one) => !known.has(one));
    known = now;
    if (isMore && sound.checked) beep();
    if (isMore && notices.checked) notify();
  });
  return { isWanted: () => sound.checked || notices.checked };
}

const waiting = () => new Set([...document.querySelectorAll("[data-waiting]")].map((row) => row.dataset.waiting));

function remembered(id, check = () => true) {
  const box = document.getElementById(id);
  const key = `wegwijs:console:${id}`;
  box.checked = localStorage.getItem(key) === "aan";
  box.addEventListener("change", async () => {
    if (box.checked && !(await check())) box.checked = false;
    localStorage.setItem(key, box.checked ? "aan" : "uit");
    if (box.checked && id === "geluid") beep();
  });
  return box;
}

async function askPermission() {
  return "Notification" in window && (await Notification.requestPermission()) === "granted";
}

/** Says that somebody waits, and nothing of who or what: it may appear on a locked screen. */
function notify() {
  if (!("Notification" in window) || Notification.permission !== "granted") return;
  const notice = new Notification("Wegwijs", { body: TEXT, tag: "wachtrij", lang: "nl-BE" });
  notice.addEventListener("click", () => window.focus());
}

function beep() {
  const audio = new AudioContext();
  const volume = audio.createGain();
  volume.gain.setValueAtTime(0.15, audio.currentTime);
  volume.gain.exponentialRampToValueAtTime(0.001, audio.currentTime + 0.4);
  volume.connect(audio.destination);
  const tone = audio.createOscillator();
  tone.frequency.value = 660;
  tone.connect(volume);
  tone.start();
  tone.stop(audio.currentTime + 0.4);
  tone.addEventListener("ended", () => audio.close());
}
