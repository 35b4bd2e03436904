import assert from "node:assert/strict";
import { test } from "node:test";
import { SseParser } from "../src/panel/talk/sse";

const STREAM = 'id: 7\nevent: entry\ndata: {"seq":7}\n\n: hb\n\nevent: typing\ndata: {"on":true}\n\n';
const EVENTS = [
  { type: "entry", data: '{"seq":7}', id: "7" },
  { type: "typing", data: '{"on":true}', id: "7" },
];

function feedAll(pieces: string[]): unknown[] {
  const parser = new SseParser();
  return pieces.flatMap((piece) => parser.feed(piece));
}

for (const [name, ending] of [["\\n", "\n"], ["\\r\\n", "\r\n"], ["\\r", "\r"]] as const) {
  const stream = STREAM.replace(/\n/g, ending) + (ending === "\r" ? ":" : "");

  test(`events end with ${name}, however the text is cut`, () => {
    for (let cut = 0; cut <= stream.length; cut += 1) {
      assert.deepEqual(feedAll([stream.slice(0, cut), stream.slice(cut)]), EVENTS);
    }
    assert.deepEqual(feedAll([...stream]), EVENTS);
  });
}

test("several data lines are one text", () => {
  assert.deepEqual(feedAll(["data: een\ndata:twee\ndata\n\n"]), [{ type: "message", data: "een\ntwee\n", id: "" }]);
});

test("a heartbeat or an event without data is no event", () => {
  assert.deepEqual(feedAll([": hb\n\n", "event: entry\n\n", "retry: 5\n\n"]), []);
});

test("an event that is cut off by the end of the connection is not passed on", () => {
  assert.deepEqual(feedAll(["data: half\n"]), []);
});
