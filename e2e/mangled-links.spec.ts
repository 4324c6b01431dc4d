import { expect, test } from "@playwright/test";
import { list } from "./ask.ts";
import { beginSignedIn } from "./sign-in.ts";

test("a link whose cursor was mangled leads to the first page of its list", async ({ page }) => {
  await beginSignedIn(page);
  const webhooks = await list(page, "/api/webhooks");
  for (const path of ["/deliveries", "/events", "/webhooks", `/webhooks/${webhooks[0]?.id}`]) {
    await page.goto(`${path}?cursor=mangled`);
    await expect(page).toHaveURL(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  }
});

test("after signing in one arrives where one wanted to go", async ({ page }) => {
  await page.goto("/deliveries?status=failed");
  await expect(page).toHaveURL(/\/sign-in\?callbackUrl=/);
  await page.getByLabel("Email address").fill("demo@patchbay.dev");
  await page.getByRole("textbox", { name: "Password" }).fill("demo-merchant");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page).toHaveURL("/deliveries?status=failed");
});
