import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, type Page } from "@playwright/test";
import { z } from "zod";

const widths = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
];

/**
 * Opens a page and looks at it on a desktop and a phone, in light and dark. It is opened once, the desktop first: what
 * is folded away on a phone is open there.
 */
export async function expectReadable(page: Page, path: string): Promise<void> {
  for (const [at, viewport] of widths.entries()) {
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme: "light" });
    if (at === 0) await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectNothingSerious(page);
    await expectNoSidewaysScroll(page);
    // Only colours differ in the dark, so nothing else is looked at twice.
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await page.evaluate(() => matchMedia("(prefers-color-scheme: dark)").matches)).toBe(true);
    await expectReadableColours(page);
  }
}

/** Nothing that keeps a person with a screen reader, or poor sight, from using the page. */
export function expectNothingSerious(page: Page): Promise<void> {
  return expectNoFindings(page);
}

/** What depends on the colours, and on nothing else of the page. */
export function expectReadableColours(page: Page): Promise<void> {
  return expectNoFindings(page, ["color-contrast", "link-in-text-block"]);
}

async function expectNoFindings(page: Page, rules?: readonly string[]): Promise<void> {
  // A page that fetches itself again has no title for a moment.
  await expect(async () => expect(await seriousFindings(page, rules), page.url()).toEqual([])).toPass({
    timeout: 60_000,
  });
}

const axePath = createRequire(createRequire(import.meta.url).resolve("@axe-core/playwright")).resolve(
  "axe-core/axe.min.js",
);
let axeSource: string | undefined;

const violationsSchema = z.array(
  z.object({ id: z.string(), impact: z.string().nullish(), nodes: z.array(z.object({ html: z.string() })) }),
);

/**
 * Axe itself, put into each page once: its builder for Playwright does so twice at each look, and that took as long as
 * the looking. No page has frames of other origins.
 */
async function seriousFindings(page: Page, rules?: readonly string[]): Promise<string[]> {
  if (!(await page.evaluate("'axe' in window"))) {
    axeSource ??= readFileSync(axePath, "utf8");
    await page.evaluate(`${axeSource}; undefined`);
  }
  const options = {
    resultTypes: ["violations"],
    ...(rules ? { runOnly: { type: "rule", values: rules } } : {}),
  };
  const looked = page.evaluate(`axe.run(document, ${JSON.stringify(options)}).then(({ violations }) =>
    violations.map(({ id, impact, nodes }) => ({ id, impact, nodes: nodes.map(({ html }) => ({ html })) })))`);
  const serious = violationsSchema
    .parse(await looked)
    .filter(({ impact }) => impact === "serious" || impact === "critical");
  return serious.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .map(({ html }) => html)
        .join(" | ")
        .slice(0, 400)}`,
  );
}

/** The page fits the width of the screen. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow, `${page.url()} scrolls sideways`).toBeLessThanOrEqual(0);
}
