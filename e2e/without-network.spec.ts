import { expect, test } from "@playwright/test";
import { beginSignedIn } from "./sign-in.ts";
import { untilAlive } from "./until-alive.ts";

test("offline, a press on a link leaves the page as it is and says why; online it leads on", async ({
  page,
}) => {
  await beginSignedIn(page);
  await page.goto("/webhooks", { waitUntil: "networkidle" });
  // A network that is quiet for a moment does not say so on a busy machine: a script may still be asked for.
  await untilAlive(page);
  await page.context().setOffline(true);
  await page.getByRole("link", { name: "Deliveries", exact: true }).first().click();
  await expect(page.getByText("You are offline").first()).toBeVisible();
  await expect(page).toHaveURL(/\/webhooks$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Webhooks");
  await page.context().setOffline(false);
  await page.getByRole("link", { name: "Deliveries", exact: true }).first().click();
  await expect(page).toHaveURL(/\/deliveries/);
});

test("where scripts are off for good, every page shows what it is about", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false });
  const page = await context.newPage();
  await beginSignedIn(page);
  for (const path of [
    "/",
    "/webhooks",
    "/deliveries",
    "/events",
    "/integrations",
    "/notices",
    "/sandboxes/slack",
  ]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 }).last(), path).toBeVisible();
    await expect(page.locator("[data-skeleton]").filter({ visible: true }), path).toHaveCount(0);
  }
  await page.goto("/webhooks");
  await page.locator("[data-row-link]").first().click();
  await expect(page).toHaveURL(/\/webhooks\/wh_/);
  await expect(page.getByRole("heading", { level: 1 }).last()).toBeVisible();
  await context.close();
});

test("on a phone unread notices are counted in the top bar", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await beginSignedIn(page);
  await page.route("**/api/notices?*unread=true*", (route) =>
    route.fulfill({ json: { data: [{}, {}], nextCursor: null } }),
  );
  await page.clock.install();
  await page.goto("/webhooks");
  const bell = page.getByRole("banner").getByRole("link", { name: /Notices/ });
  // They are asked for each half minute, once the page's scripts have taken over.
  await expect(async () => {
    await page.clock.fastForward(30_000);
    await expect(bell).toContainText("2 unread", { timeout: 1_000 });
  }).toPass();
  await bell.click();
  await expect(page).toHaveURL(/\/notices/);
});
