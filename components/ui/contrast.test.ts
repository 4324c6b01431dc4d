import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

type Rgb = readonly [number, number, number];
type ThemeName = "light" | "dark";

const oklch = String.raw`oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)`;
const token = new RegExp(String.raw`--color-([\w-]+): light-dark\(${oklch}, ${oklch}\)`, "g");
const colours = readColours(readFileSync(new URL("../../app/globals.css", import.meta.url), "utf8"));

const grounds = ["canvas", "surface", "raised", "sunken", "hover", "pressed"];
const tones = ["success", "warning", "danger", "info", "neutral", "progress"];
const codeParts = ["key", "string", "number", "literal", "punctuation"].map((part) => `code-${part}`);
const series = [1, 2, 3, 4, 5].map((part) => `series-${part}`);

/** Pairs of foregrounds and grounds that occur, with the least ratio WCAG 2.2 AA allows them. */
const rules = [
  { minimum: 4.5, fronts: ["ink", "muted", "subtle", "accent-text", ...tones], backs: grounds },
  {
    minimum: 4.5,
    fronts: ["ink", "muted", "accent-text"],
    backs: ["accent-soft", ...tones.map((tone) => `${tone}-soft`)],
  },
  { minimum: 4.5, fronts: ["on-accent"], backs: ["accent", "accent-hover"] },
  { minimum: 4.5, fronts: ["on-danger"], backs: ["danger-solid", "danger-solid-hover"] },
  { minimum: 4.5, fronts: codeParts, backs: ["surface", "sunken"] },
  { minimum: 3, fronts: ["control"], backs: ["canvas", "surface", "raised", "sunken"] },
  { minimum: 3, fronts: ["focus"], backs: grounds },
  { minimum: 3, fronts: tones.map((tone) => `${tone}-solid`), backs: ["canvas", "surface"] },
  { minimum: 3, fronts: series, backs: ["canvas", "surface", "pressed"] },
];

describe.each(["light", "dark"] as const)("colours of the %s theme", (theme) => {
  test.each(rules)("$fronts hold $minimum:1", ({ minimum, fronts, backs }) => {
    const low = fronts.flatMap((front) =>
      backs
        .map((back) => ({ pair: `${front} on ${back}`, ratio: ratio(front, back, theme) }))
        .filter((found) => found.ratio < minimum),
    );
    expect(low).toEqual([]);
  });

  test.each(tones)("the word of %s is legible on its own ground", (tone) => {
    expect(ratio(tone, `${tone}-soft`, theme)).toBeGreaterThanOrEqual(4.5);
  });
});

/** Contrast ratio as WCAG 2.2 defines it. */
function ratio(front: string, back: string, theme: ThemeName): number {
  const [light = 0, dark = 0] = [luminance(front, theme), luminance(back, theme)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(name: string, theme: ThemeName): number {
  const colour = colours.get(name);
  if (!colour) throw new Error(`globals.css has no --color-${name}`);
  const [red, green, blue] = colour[theme];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function readColours(css: string): Map<string, Record<ThemeName, Rgb>> {
  const found = new Map<string, Record<ThemeName, Rgb>>();
  for (const match of css.matchAll(token)) {
    const [name = "", ...figures] = match.slice(1);
    const [l1 = 0, c1 = 0, h1 = 0, l2 = 0, c2 = 0, h2 = 0] = figures.map(Number);
    found.set(name, { light: linearRgb(l1, c1, h1), dark: linearRgb(l2, c2, h2) });
  }
  return found;
}

/** OKLCH to linear sRGB by the matrices of CSS Color 4, section 18, clipped to what a screen can show. */
function linearRgb(lightness: number, chroma: number, hueDegrees: number): Rgb {
  const hue = (hueDegrees * Math.PI) / 180;
  const a = chroma * Math.cos(hue);
  const b = chroma * Math.sin(hue);
  const long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    clip(4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short),
    clip(-1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short),
    clip(-0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short),
  ];
}

function clip(value: number): number {
  return Math.min(1, Math.max(0, value));
}
