import { expect, test } from "@playwright/test";
import type { Visit } from "./visit.ts";

/** API keys, colours, and the way out. */
export function testAccount(visit: Visit): void {
  const { open, press, merchant } = visit;

  test("an API key is made, shown once and revoked", async () => {
    await open("/api-keys");
    await press("Create API key");
    await visit.page.getByLabel("Name").fill("Till");
    await press("Create API key", visit.page.getByRole("dialog"));
    await expect(visit.page.getByText(/^pb_[\w-]+$/)).toBeVisible();
    await open("/api-keys");
    await expect(visit.page.getByRole("row", { name: /Till/ })).toHaveCount(1);
    await press(/revoke till/i);
    await press("Revoke key", visit.page.getByRole("alertdialog"));
    await expect(
      visit.page.getByRole("row", { name: /Till/ }).getByText("Revoked", { exact: true }),
    ).toBeVisible();
  });

  test("colours are chosen, and the way out is found on a phone", async () => {
    await open("/");
    await press("Dark");
    await expect(visit.page.locator("html")).toHaveAttribute("data-theme", "dark");
    await visit.page.setViewportSize({ width: 390, height: 844 });
    await open("/");
    await press("Open navigation");
    const navigation = visit.page.getByRole("dialog", { name: "Navigation" });
    await press(new RegExp(`Shop ${merchant}`), navigation);
    await expect(visit.page).toHaveURL(/\/settings/);
    await press("Sign out", visit.page.getByRole("main"));
    await expect(visit.page).toHaveURL(/sign-in/);
  });
}
