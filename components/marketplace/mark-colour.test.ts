import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { computeLuminance, contrastRatio, markColour, tileLuminance } from "./mark-colour.ts";

const hexDigits = fc
  .integer({ min: 0, max: 0xffffff })
  .map((colour) => colour.toString(16).padStart(6, "0").toUpperCase());

describe("the colour of a mark", () => {
  test("is the brand's own where it stands out in both themes", () => {
    expect(markColour("635BFF")).toBe("light-dark(#635BFF, #635BFF)");
  });

  test("is ink on paper for a pale brand, and ink at night for a dark one", () => {
    expect(markColour("FFE01B")).toBe("light-dark(var(--color-ink), #FFE01B)");
    expect(markColour("000000")).toBe("light-dark(#000000, var(--color-ink))");
  });

  test("never has less than 3:1 on its tile, whatever the brand", () => {
    fc.assert(
      fc.property(hexDigits, (hex) => {
        const [light, dark] = markColour(hex).slice("light-dark(".length, -1).split(", ");
        if (light !== "var(--color-ink)")
          expect(contrastRatio(computeLuminance(hex), tileLuminance.light)).toBeGreaterThanOrEqual(3);
        if (dark !== "var(--color-ink)")
          expect(contrastRatio(computeLuminance(hex), tileLuminance.dark)).toBeGreaterThanOrEqual(3);
      }),
    );
  });
});

test("luminance and contrast are those of WCAG", () => {
  expect(contrastRatio(computeLuminance("FFFFFF"), computeLuminance("000000"))).toBeCloseTo(21);
  expect(contrastRatio(computeLuminance("777777"), computeLuminance("FFFFFF"))).toBeCloseTo(4.48, 2);
});

test("the tile's luminance is that of the token it is painted with", () => {
  const css = readFileSync(new URL("../../app/globals.css", import.meta.url), "utf8");
  const [, light, dark] =
    /--color-raised: light-dark\(oklch\(([\d.]+) [^)]*\), oklch\(([\d.]+) [^)]*\)\)/.exec(css) ?? [];
  // For a near-grey, luminance is the cube of OKLCH lightness.
  expect(Number(light) ** 3).toBeCloseTo(tileLuminance.light, 3);
  expect(Number(dark) ** 3).toBeCloseTo(tileLuminance.dark, 3);
});
