import { expect, type Page } from "@playwright/test";

/** Waits until the page's scripts have taken over a page with a list: from then on its keys are heard. */
export async function untilAlive(page: Page): Promise<void> {
  const search = page.getByRole("searchbox");
  await expect(async () => {
    await page.keyboard.press("/");
    await expect(search).toBeFocused({ timeout: 500 });
  }).toPass();
  await search.blur();
}
