import { expect, test } from "@playwright/test";
import { beginSignedIn } from "./sign-in.ts";

test("on a wide screen the app's page opens beside, and closes itself once the merchant has agreed", async ({
  page,
}) => {
  await beginSignedIn(page, "popup");
  await page.goto("/marketplace/hubspot");
  const opened = page.waitForEvent("popup");
  await page.getByRole("button", { name: "Connect HubSpot" }).first().click();
  const popup = await opened;
  await expect(popup.getByRole("heading", { level: 1 })).toContainText("use your HubSpot account");
  const closed = popup.waitForEvent("close");
  await popup.getByRole("button", { name: "Allow", exact: true }).click();
  await closed;
  await expect(page.getByText("Connected", { exact: true }).first()).toBeVisible();
});

test("who denies in the app's own window reads it once, beside the button", async ({ page }) => {
  await beginSignedIn(page, "popup");
  await page.goto("/marketplace/mailchimp");
  const opened = page.waitForEvent("popup");
  await page.getByRole("button", { name: "Connect Mailchimp" }).first().click();
  const popup = await opened;
  const closed = popup.waitForEvent("close");
  await popup.getByRole("button", { name: "Deny", exact: true }).click();
  await closed;
  await expect(page).toHaveURL(/connect_error=denied/);
  await expect(page.getByText("You chose Deny at Mailchimp").filter({ visible: true })).toHaveCount(1);
  await page.reload();
  await expect(page.getByText("You chose Deny at Mailchimp").filter({ visible: true })).toHaveCount(1);
});

test("who denies reads that nothing was connected, and can try again", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await beginSignedIn(page, "popup");
  await page.goto("/marketplace/mailchimp");
  await page.getByRole("button", { name: "Connect Mailchimp" }).first().click();
  await page.getByRole("button", { name: "Deny", exact: true }).click();
  await expect(page).toHaveURL(/\/marketplace\/mailchimp/);
  await expect(
    page.getByText(/did not allow|denied|not connected|nothing was connected/i).first(),
  ).toBeVisible();
});
