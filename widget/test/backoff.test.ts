import assert from "node:assert/strict";
import { test } from "node:test";
import { backoff } from "../src/panel/talk/backoff";
import { retryAfter } from "../src/panel/talk/problem";

test("waits are between half a second and a limit that doubles up to half a minute", () => {
  const longest = [1, 2, 3, 6, 50].map((failures) => backoff(failures, null, () => 1));
  assert.deepEqual(longest, [1_000, 2_000, 4_000, 30_000, 30_000]);
  assert.equal(backoff(50, null, () => 0), 500);
});

test("the server's own wait is the shortest", () => {
  assert.equal(backoff(1, 60_000, () => 0), 60_000);
});

test("Retry-After is read as seconds or as a date", () => {
  const now = Date.parse("2026-11-23T12:00:00Z");
  assert.equal(retryAfter("12", now), 12_000);
  assert.equal(retryAfter("Mon, 23 Nov 2026 12:00:30 GMT", now), 30_000);
  assert.equal(retryAfter("Mon, 23 Nov 2026 11:00:00 GMT", now), 0);
  assert.equal(retryAfter("straks", now), null);
  assert.equal(retryAfter(null, now), null);
});
