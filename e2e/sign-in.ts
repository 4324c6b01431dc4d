import { type Cookie, expect, type Page } from "@playwright/test";
import { demoSignIn } from "#lib/auth/demo-sign-in.ts";
import { type MerchantName, signInOf } from "./merchants.ts";

/** Signs in through the page, as a person does: the demo merchant's, or the owner of another one. */
export async function signIn(page: Page, merchant?: MerchantName): Promise<void> {
  const { email, password } = merchant ? signInOf(merchant) : demoSignIn;
  await page.goto("/sign-in");
  await page.getByLabel("Email address").fill(email);
  await page.getByRole("textbox", { name: "Password" }).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).not.toHaveText(/sign in/i);
  await expect(page).toHaveURL("/");
}

/** What browsers were given for signing in, in this process of the tests. */
const cookies = new Map<MerchantName | undefined, Cookie[]>();

/**
 * Lets a page begin signed in, for tests of what comes after: only the first for a merchant signs in through the page,
 * which costs a hash and two pages. Not for those that sign out, which ends the session for all.
 */
export async function beginSignedIn(page: Page, merchant?: MerchantName): Promise<void> {
  const known = cookies.get(merchant);
  if (known) return page.context().addCookies(known);
  await signIn(page, merchant);
  cookies.set(merchant, await page.context().cookies());
}
