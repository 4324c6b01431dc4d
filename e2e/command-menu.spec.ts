import { expect, type Page, test } from "@playwright/test";
import { orderPaid } from "#lib/events/catalogue/orders.ts";
import { beginSignedIn } from "./sign-in.ts";

test("the command menu reaches a webhook by its name, and looks for any other text among the deliveries", async ({
  page,
}) => {
  await beginSignedIn(page);
  await page.goto("/");
  await openMenu(page);
  await page.getByPlaceholder(/order number or id/).fill("kitchen");
  await page.getByRole("option", { name: /Kitchen printer/ }).click();
  await expect(page).toHaveURL(/\/webhooks\/wh_/);
  await openMenu(page);
  await page.getByPlaceholder(/order number or id/).fill("1042");
  await page.getByRole("option", { name: /Search deliveries for/ }).click();
  await expect(page).toHaveURL("/deliveries?q=1042");
});

test("the command menu searches for an order by default, and finds apps that are not connected", async ({
  page,
}) => {
  await beginSignedIn(page);
  await page.goto("/");
  const headers = { origin: new URL(page.url()).origin };
  const data = { type: "order.paid", data: orderPaid.example };
  expect((await page.request.post("/api/events", { headers, data })).status()).toBe(202);
  await openMenu(page);
  const field = page.getByPlaceholder(/order number or id/);
  await field.fill("1042");
  await expect(page.getByRole("option").first()).toHaveText(/Search deliveries for “1042”/);
  await field.fill("pipedrive");
  await expect(page.getByRole("option").first()).toHaveText(/Pipedrive/);
  await field.fill("1042");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/deliveries?q=1042");
  await expect(page.getByRole("link", { name: /Order/ }).first()).toBeVisible();
});

/** The key is heard once the page's scripts have taken over. */
async function openMenu(page: Page): Promise<void> {
  await expect(async () => {
    await page.keyboard.press("ControlOrMeta+k");
    await expect(page.getByPlaceholder(/order number or id/)).toBeVisible({ timeout: 1_000 });
  }).toPass();
}
