import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { gzipSync } from "node:zlib";

/** Bytes as they travel, of what `npm run build` made. */
const size = (...files: string[]): number =>
  files.reduce((sum, file) => sum + gzipSync(readFileSync(`dist/${file}`, "utf8"), { level: 9 }).length, 0);

test("the loader costs a host page at most 5 kB", () => {
  assert.ok(size("loader.js") <= 5_000, `${size("loader.js")}`);
});

test("the panel with its styles is at most 40 kB", () => {
  assert.ok(size("panel.js", "panel.css") <= 40_000, `${size("panel.js", "panel.css")}`);
});
