import { expect, type Page } from "@playwright/test";
import { demoSignIn } from "#lib/auth/demo-sign-in.ts";

/** Signs in through the page, as a person does. */
export async function signIn(page: Page): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("Email address").fill(demoSignIn.email);
  await page.getByRole("textbox", { name: "Password" }).fill(demoSignIn.password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).not.toHaveText(/sign in/i);
  await expect(page).toHaveURL("/");
}
