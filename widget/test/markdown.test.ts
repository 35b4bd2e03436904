import assert from "node:assert/strict";
import { test } from "node:test";
import { type Block, type Inline, parse } from "../src/panel/text/markdown";

const text = (value: string): Inline => ({ type: "text", text: value });
const paragraph = (...children: Inline[]): Block => ({ type: "paragraph", children });

test("an empty line ends a paragraph, a single line break does not", () => {
  assert.deepEqual(parse("Een zin\ndie doorloopt.\n\nEen andere."), [
    paragraph(text("Een zin die doorloopt.")),
    paragraph(text("Een andere.")),
  ]);
});

test("a list stands right below its sentence and goes on over empty lines", () => {
  assert.deepEqual(parse("Bel:\n- **112**\n\n- 101 voor\n  de politie"), [
    paragraph(text("Bel:")),
    {
      type: "list",
      ordered: false,
      start: 1,
      items: [[{ type: "bold", children: [text("112")] }], [text("101 voor de politie")]],
    },
  ]);
});

test("a numbered list keeps the number it begins with", () => {
  assert.deepEqual(parse("3. drie\n4. vier"), [{ type: "list", ordered: true, start: 3, items: [[text("drie")], [text("vier")]] }]);
});

test("bold may hold a link and the other way round", () => {
  const link = (children: Inline[]): Inline => ({ type: "link", href: "https://www.vvsg.be/", children });
  assert.deepEqual(parse("**zie [VVSG](https://www.vvsg.be/)**"), [paragraph({ type: "bold", children: [text("zie "), link([text("VVSG")])] })]);
  assert.deepEqual(parse("[**VVSG**](https://www.vvsg.be/)"), [paragraph(link([{ type: "bold", children: [text("VVSG")] }]))]);
});

test("tel and mailto become links", () => {
  assert.deepEqual(parse("[1813](tel:1813)"), [paragraph({ type: "link", href: "tel:1813", children: [text("1813")] })]);
  assert.deepEqual(parse("[mail](mailto:info@voorbeeld.be)"), [
    paragraph({ type: "link", href: "mailto:info@voorbeeld.be", children: [text("mail")] }),
  ]);
});

for (const target of ["javascript:alert(1)", "http://a.be", "data:text/html,x", "//a.be", "/pad", "JaVaScRiPt:x", "vbscript:x", "blob:x"]) {
  test(`${target} stays text`, () => {
    assert.deepEqual(parse(`[klik](${target})`), [paragraph(text(`klik (${target})`))]);
  });
}

for (const literal of ["<b>vet</b>", "<img src=x onerror=alert(1)>", "2 * 3 ** 4", "[los haakje", "**niet dicht", "# geen titel", "-streepje", "1.5 miljoen"]) {
  test(`${literal} is plain text`, () => {
    assert.deepEqual(parse(literal), [paragraph(text(literal))]);
  });
}

test("an empty text has no blocks", () => {
  assert.deepEqual(parse(" \n\n"), []);
});
