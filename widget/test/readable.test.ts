import assert from "node:assert/strict";
import { test } from "node:test";
import { readable } from "../src/panel/text/readable";

test("bold loses its marks, and paragraphs stay apart", () => {
  assert.equal(readable("**Laag** is *niveau* 1.\n\nZie **[de lijst](https://ocad.be/)**"), "Laag is *niveau* 1.\n\nZie de lijst (https://ocad.be/)");
});

test("a link is its words with the address, unless they are the same", () => {
  assert.equal(
    readable("[OCAD](https://ocad.be/) [112](tel:112) [02 123 45 67](tel:+3221234567) [a@b.be](mailto:a@b.be) [https://ocad.be/](https://ocad.be/)"),
    "OCAD (https://ocad.be/) 112 02 123 45 67 (+3221234567) a@b.be https://ocad.be/",
  );
});

test("a list keeps its bullets and numbers", () => {
  assert.equal(readable("Bel:\n- **112**\n- 101\n\n3. drie\n4. vier"), "Bel:\n\n- 112\n- 101\n\n3. drie\n4. vier");
});
