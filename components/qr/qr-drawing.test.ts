import { encode } from "uqr";
import { expect, test } from "vitest";
import { qrDrawing } from "./qr-drawing.ts";

/** Which modules a drawing makes dark. */
function drawModules({ size, path }: { size: number; path: string }): boolean[][] {
  const modules = Array.from({ length: size }, () => Array.from({ length: size }, () => false));
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let at = Number(x); at < Number(x) + Number(width); at += 1) {
      const row = modules[Number(y)];
      if (row) row[at] = true;
    }
  }
  return modules;
}

const address = `https://checkout.stripe.com/c/pay/cs_test_a1${"b2".repeat(30)}#fid${"kd".repeat(180)}`;

test.each([
  ["short", "https://qr.example/t12"],
  ["as long as Stripe's", address],
  ["é × 日本", "é × 日本"],
])("what is drawn of a text that is %s is the code of it, with four modules of white around", (_, text) => {
  const drawing = qrDrawing(text);
  if (drawing === null) throw new Error("Nothing was drawn.");
  const modules = drawModules(drawing);
  const inner = modules.slice(4, -4).map((row) => row.slice(4, -4));
  const { data, version } = encode(text, { ecc: "L", boostEcc: true, border: 0 });
  expect(inner).toEqual(data);
  expect(drawing.size).toBe(17 + 4 * version + 8);
  const dark = (rows: boolean[][]) => rows.flat().filter(Boolean).length;
  expect(dark(modules)).toBe(dark(inner));
});

test("a text that is longer than a code holds has none, and the longest has one", () => {
  expect(qrDrawing("x".repeat(2_954))).toBeNull();
  expect(qrDrawing("é".repeat(1_477))).toBeNull();
  expect(qrDrawing("x".repeat(2_953))?.size).toBe(185);
});
