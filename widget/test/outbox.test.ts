import assert from "node:assert/strict";
import { test } from "node:test";
import type { Acknowledged, Message } from "../src/panel/talk/contract";
import { Outbox } from "../src/panel/talk/outbox";
import { Problem } from "../src/panel/talk/problem";
import { MemoryShelf } from "../src/panel/talk/shelf";

const message = (text: string): Message => ({ client_id: `id-${text}`, text, choice: null });
const stored = (text: string): Acknowledged => ({ seq: 1, text, masked: [], sealed: false, state: "bot" });

/** An outbox whose server gives these answers in turn and then takes everything, and whose waits take no time. */
function outboxWith(answers: Problem[], shelf = new MemoryShelf()) {
  const seen: string[] = [];
  const waits: number[] = [];
  const outbox = new Outbox(
    shelf,
    "demo",
    {
      deliver: async ({ client_id, text }) => {
        seen.push(`try ${client_id}`);
        const problem = answers.shift();
        if (problem) throw problem;
        return stored(text);
      },
      acknowledged: ({ text }) => seen.push(`stored ${text}`),
      delayed: ({ text }) => seen.push(`delayed ${text}`),
      rejected: ({ text }, { detail }) => seen.push(`rejected ${text}: ${detail}`),
      gone: () => seen.push("gone"),
    },
    { wait: async (milliseconds) => void waits.push(milliseconds), wake: () => undefined },
  );
  return { outbox, seen, waits, shelf };
}

test("messages go one at a time, in order, and leave nothing behind", async () => {
  const { outbox, seen, shelf } = outboxWith([]);
  outbox.add(message("a"));
  outbox.add(message("b"));
  await outbox.run();
  assert.deepEqual(seen, ["try id-a", "stored a", "try id-b", "stored b"]);
  assert.deepEqual(shelf.keys(), []);
});

test("a message that did not arrive is tried again under the same client_id", async () => {
  const { outbox, seen, waits } = outboxWith([new Problem(0), new Problem(503)]);
  outbox.add(message("a"));
  await outbox.run();
  assert.deepEqual(seen, ["try id-a", "delayed a", "try id-a", "delayed a", "try id-a", "stored a"]);
  assert.ok(waits.every((wait) => wait >= 500 && wait <= 30_000));
});

test("Retry-After is honoured", async () => {
  const { outbox, waits } = outboxWith([new Problem(429, "Even geduld.", 7_000)]);
  outbox.add(message("a"));
  await outbox.run();
  assert.equal(waits.length, 1);
  assert.ok((waits[0] ?? 0) >= 7_000);
});

test("a message the server refuses is told and does not hold up the next", async () => {
  const { outbox, seen, shelf } = outboxWith([new Problem(422, "Dat kan niet.")]);
  outbox.add(message("a"));
  outbox.add(message("b"));
  await outbox.run();
  assert.deepEqual(seen, ["try id-a", "rejected a: Dat kan niet.", "try id-b", "stored b"]);
  assert.deepEqual(shelf.keys(), []);
});

test("a reload finds what was not acknowledged, in order", async () => {
  const { outbox, shelf } = outboxWith([]);
  outbox.add(message("a"));
  await new Promise((resolve) => setTimeout(resolve, 2));
  outbox.add(message("b"));
  const later = outboxWith([], shelf);
  assert.deepEqual(later.outbox.waiting, [message("a"), message("b")]);
  await later.outbox.run();
  assert.deepEqual(later.seen, ["try id-a", "stored a", "try id-b", "stored b"]);
});

test("a conversation that is gone keeps the message for the next one", async () => {
  const { outbox, seen } = outboxWith([new Problem(404)]);
  outbox.add(message("a"));
  await outbox.run();
  assert.deepEqual(seen, ["try id-a", "gone"]);
  await outbox.run();
  assert.deepEqual(seen.slice(2), ["try id-a", "stored a"]);
});

test("another site's messages and broken values are left alone", () => {
  const shelf = new MemoryShelf();
  shelf.set("wegwijs:other:outbox:x", JSON.stringify({ ...message("x"), order: 1 }));
  shelf.set("wegwijs:demo:outbox:y", "{");
  assert.deepEqual(outboxWith([], shelf).outbox.waiting, []);
});
