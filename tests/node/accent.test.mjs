// The host's colour, made readable: every colour, by the definition of contrast in WCAG 2.2.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

// A script for browsers, which Node must be made to read as a module.
const source = await readFile(new URL("../../www/element/accent.js", import.meta.url), "utf8");
const { contrast, readable } = await import(`data:text/javascript,${encodeURIComponent(source)}`);

const hex = (text) => [1, 3, 5].map((at) => Number.parseInt(text.slice(at, at + 2), 16));

/** The colours of a theme, as the styles have them. */
async function grounds(theme) {
  const css = await readFile(new URL("../../www/style/base.css", import.meta.url), "utf8");
  const block = theme === "light" ? css.slice(css.indexOf(".mount {")) : css.slice(css.indexOf('.mount[data-theme="dark"]'));
  const named = (name) => hex(block.match(new RegExp(`--${name}: (#[0-9a-f]{6});`))[1]);
  return { ground: named("ground"), tint: named("tint"), ink: named("accent-ink"), text: named("ink"), soft: named("soft") };
}

test("contrast is that of the definition", () => {
  // Worked by hand: (1 + 0.05) / (0 + 0.05).
  assert.equal(contrast([0, 0, 0], [255, 255, 255]), 21);
  assert.equal(contrast([255, 255, 255], [0, 0, 0]), 21);
  assert.equal(contrast([9, 9, 9], [9, 9, 9]), 1);
  // 118 / 255 to the power is 0.1812: 1.05 / 0.2312; 119: 0.1845: 1.05 / 0.2345. The grey between them is the known limit on white.
  assert.ok(contrast([118, 118, 118], [255, 255, 255]) >= 4.5);
  assert.ok(contrast([119, 119, 119], [255, 255, 255]) < 4.5);
});

for (const theme of ["light", "dark"]) {
  test(`every colour can be read in the ${theme} theme, as text and under text`, async () => {
    const { ground, tint, ink, text, soft } = await grounds(theme);
    const parts = [0, 51, 102, 153, 204, 255];
    let adjusted = 0;
    for (const red of parts) for (const green of parts) for (const blue of parts) {
      const wanted = [red, green, blue];
      const made = readable(wanted, theme);
      for (const [what, one, other] of [["on the ground", made.accent, ground], ["on the tint", made.accent, tint], ["on its own tint", made.accent, made.tint],
        ["under the ink", ink, made.accent], ["text on its tint", text, made.tint], ["soft text on its tint", soft, made.tint]]) {
        assert.ok(contrast(one, other) >= 4.5, `${wanted} became ${made.accent}: ${what} ${contrast(one, other)}`);
      }
      if (made.accent.join() !== wanted.join()) adjusted += 1;
    }
    assert.ok(adjusted > 50 && adjusted < 200, `${adjusted} of 216 are adjusted, no more than need be`);
  });
}

test("a readable colour stays as it is", () => {
  assert.deepEqual(readable([11, 92, 173], "light").accent, [11, 92, 173]);
  assert.deepEqual(readable([124, 184, 242], "dark").accent, [124, 184, 242]);
});
