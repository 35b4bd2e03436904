import assert from "node:assert/strict";
import { test } from "node:test";
import { lengthOf } from "../src/panel/text/length";

test("an emoji counts once, as it does at the server", () => {
  assert.equal(lengthOf("😀".repeat(3_000)), 3_000);
  assert.equal(lengthOf("dóód"), 4);
});
