import { expect, test } from "@playwright/test";
import { signIn } from "./sign-in.ts";

test("the command menu reaches a webhook by its name, and looks for any other text among the deliveries", async ({
  page,
}) => {
  await signIn(page);
  await page.waitForLoadState("networkidle");
  await page.keyboard.press("ControlOrMeta+k");
  await page.getByPlaceholder(/order number or id/).fill("kitchen");
  await page.getByRole("option", { name: /Kitchen printer/ }).click();
  await expect(page).toHaveURL(/\/webhooks\/wh_/);
  await page.keyboard.press("ControlOrMeta+k");
  await page.getByPlaceholder(/order number or id/).fill("1042");
  await page.getByRole("option", { name: /Search deliveries for/ }).click();
  await expect(page).toHaveURL("/deliveries?q=1042");
});
