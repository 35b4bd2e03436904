/** What the pages of the console gain from a script; without it they do the same, with a reload. */
import { watchQueue } from "./attention.js";
import { submitInPlace } from "./forms.js";
import { listenToKeys } from "./keys.js";
import { Live } from "./live.js";

const live = new Live(document.getElementById("main"));
const attention = watchQueue(live);
submitInPlace(live);
listenToKeys();
live.follow(() => attention.isWanted());
