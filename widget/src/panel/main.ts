/** Before the panel takes the processor, the browser paints what the server wrote: who clicks sees at once that it opens. */

/** Milliseconds. Out of sight nothing is ever painted. */
const LONGEST_WAIT = 100;

let begun = false;

function begin(): void {
  if (begun) return;
  begun = true;
  void import("./panel");
}

// A frame's callback runs before its paint, a task that it leaves behind after it.
requestAnimationFrame(() => setTimeout(begin));
setTimeout(begin, LONGEST_WAIT);
