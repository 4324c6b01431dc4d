import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** Nothing that keeps a person with a screen reader, or poor sight, from using the page. */
export function expectNothingSerious(page: Page): Promise<void> {
  return expectNoFindings(page, axeOn(page));
}

/** What depends on the colours, and on nothing else of the page. */
export function expectReadableColours(page: Page): Promise<void> {
  return expectNoFindings(page, axeOn(page).withRules(["color-contrast", "link-in-text-block"]));
}

/** In the page itself: no page has frames of other origins, for which Axe would open a second page at each look. */
function axeOn(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"] });
}

async function expectNoFindings(page: Page, axe: AxeBuilder): Promise<void> {
  // A page that fetches itself anew has no title for a moment.
  await expect(async () => expect(await seriousFindings(axe), page.url()).toEqual([])).toPass({
    timeout: 60_000,
  });
}

async function seriousFindings(axe: AxeBuilder): Promise<string[]> {
  const { violations } = await axe.analyze();
  const serious = violations.filter(
    (violation) => violation.impact === "serious" || violation.impact === "critical",
  );
  return serious.map(
    (violation) =>
      `${violation.id}: ${violation.nodes
        .map((node) => node.html)
        .join(" | ")
        .slice(0, 400)}`,
  );
}

/** The page fits the width of the screen. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow, `${page.url()} scrolls sideways`).toBeLessThanOrEqual(0);
}
