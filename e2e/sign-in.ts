import { readFileSync } from "node:fs";
import { expect, type Page } from "@playwright/test";
import { z } from "zod";
import { demoSignIn } from "#lib/auth/demo-sign-in.ts";
import { getSignIn, type MerchantName } from "./merchants.ts";
import { demoSession, type operatorSession, sessionsFile } from "./sessions.ts";

/** Signs in through the page, as a person does: the demo merchant's, or the owner of another one. */
export async function signIn(page: Page, merchant?: MerchantName): Promise<void> {
  const { email, password } = merchant ? getSignIn(merchant) : demoSignIn;
  await page.goto("/sign-in");
  await page.getByLabel("Email address").fill(email);
  await page.getByRole("textbox", { name: "Password" }).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).not.toHaveText(/sign in/i);
  await expect(page).toHaveURL("/");
}

const cookies = z.record(z.string(), z.object({ name: z.string(), value: z.string() }));

/**
 * Lets a page begin signed in, for tests of what comes after: signing in through the page costs a hash and two pages.
 * All tests of a merchant share its one session, so it is not for those that sign out, unless no other test has that
 * merchant.
 */
export async function beginSignedIn(
  page: Page,
  merchant?: MerchantName | typeof operatorSession,
): Promise<void> {
  const path = sessionsFile(process.env.E2E_PORT ?? "3987");
  const cookie = cookies.parse(JSON.parse(readFileSync(path, "utf8")))[merchant ?? demoSession];
  if (!cookie) throw new Error(`There is no session of ${merchant ?? demoSession}.`);
  await page
    .context()
    .addCookies([{ ...cookie, domain: "localhost", path: "/", httpOnly: true, sameSite: "Lax" }]);
}
