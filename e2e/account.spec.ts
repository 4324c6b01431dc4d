import { type Browser, type BrowserContext, expect as expectSoon, type Page, test } from "@playwright/test";
import { demoSignIn } from "#lib/auth/demo-sign-in.ts";
import { type SecureApp, secureOrigin, startSecureApp } from "./secure-app.ts";

test.describe.configure({ mode: "serial", timeout: 180_000 });

/** Each password that is looked at costs a second of a processor, which others may be using. */
const expect = expectSoon.configure({ timeout: 40_000 });

let app: SecureApp;
test.beforeAll(async () => {
  // A machine that is busy takes its time.
  test.setTimeout(200_000);
  app = await startSecureApp();
});
test.afterAll(() => app?.stop());

const newEmail = () => `nora-${Date.now()}-${Math.trunc(performance.now())}@example.com`;
const password = "three words apart";

function openBrowser(
  browser: Browser,
  options: { javaScriptEnabled?: boolean } = {},
): Promise<BrowserContext> {
  return browser.newContext({ baseURL: secureOrigin, ignoreHTTPSErrors: true, ...options });
}

async function fillSignIn(page: Page, email: string, secret: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("Email address").fill(email);
  await page.getByRole("textbox", { name: "Password" }).fill(secret);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

async function signIn(page: Page, email: string, secret: string): Promise<void> {
  await fillSignIn(page, email, secret);
  await expect(page).toHaveURL("/");
}

async function findSessionCookie(context: BrowserContext) {
  return (await context.cookies()).find(({ name }) => name.endsWith("next-auth.session-token"));
}

/** What the API, the pages and next-auth's own address say to someone who kept a cookie. */
async function answersTo(browser: Browser, cookie: string): Promise<unknown[]> {
  const thief = await openBrowser(browser);
  const headers = { cookie };
  const api = await thief.request.get("/api/webhooks", { headers });
  const page = await thief.request.get("/webhooks", { headers, maxRedirects: 0 });
  const session = await thief.request.get("/api/auth/session", { headers });
  const answers = [api.status(), page.status(), await session.json()];
  await thief.close();
  return answers;
}

test("signing out over TLS takes the cookie away, and a copy of it opens nothing any more", async ({
  browser,
}) => {
  const context = await openBrowser(browser);
  const page = await context.newPage();
  await signIn(page, demoSignIn.email, demoSignIn.password);
  const cookie = await findSessionCookie(context);
  expect(cookie).toMatchObject({ secure: true, httpOnly: true, sameSite: "Lax" });
  expect(cookie?.name).toMatch(/^__Secure-/);
  const copy = `${cookie?.name}=${cookie?.value}`;
  expect(await answersTo(browser, copy)).toEqual([
    200,
    200,
    expect.objectContaining({ userId: expect.any(String) }),
  ]);

  await page.getByRole("button", { name: /Trattoria Ana/ }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/sign-in/);
  expect(await findSessionCookie(context)).toBeUndefined();
  expect((await context.request.get("/api/webhooks")).status()).toBe(401);
  await page.goto("/webhooks");
  await expect(page).toHaveURL(/sign-in/);
  expect(await answersTo(browser, copy)).toEqual([401, 307, {}]);
  await context.close();
});

test("every answer over TLS tells the browser to come by https only", async ({ browser }) => {
  const context = await openBrowser(browser);
  for (const path of ["/sign-in", "/api/health", "/icon.svg", "/nothing-here"]) {
    const { "strict-transport-security": rule } = (await context.request.get(path)).headers();
    expect(rule, path).toMatch(/^max-age=\d{7,}/);
  }
  await context.close();
});

test("a new account is opened by the link in the mail; a changed password ends the other browser, a reset all", async ({
  browser,
}) => {
  const email = newEmail();
  const first = await openBrowser(browser);
  const page = await first.newPage();
  await page.goto("/sign-up");
  await page.getByLabel(/restaurant or shop/i).fill("Café Nord");
  await page.getByLabel(/your name/i).fill("Nora");
  await page.getByLabel("Email address").fill(email);
  await page.getByRole("textbox", { name: "Password" }).fill(password);
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page.getByText("Check your inbox")).toBeVisible();
  await page.goto(await app.mailTo(email, "Finish creating your Patchbay account"));
  await page.getByRole("textbox", { name: "Password" }).fill(password);
  await page.getByRole("button", { name: "Finish" }).click();
  await expect(page).toHaveURL("/");

  const second = await openBrowser(browser);
  const elsewhere = await second.newPage();
  await signIn(elsewhere, email, password);
  await page.goto("/settings");
  await expect(page.getByRole("listitem").filter({ hasText: "Last used" })).toHaveCount(2);
  await page.getByRole("textbox", { name: "Current password" }).fill(password);
  await page.getByRole("textbox", { name: "New password" }).fill("1234567890");
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByRole("textbox", { name: "New password" })).toHaveAttribute("aria-invalid", "true");
  await page.getByRole("textbox", { name: "New password" }).fill("quite another phrase");
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByText("Your password is changed")).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: "Last used" })).toHaveCount(1);
  expect((await second.request.get("/api/webhooks")).status()).toBe(401);
  await elsewhere.goto("/webhooks");
  await expect(elsewhere).toHaveURL(/sign-in/);

  await elsewhere.getByRole("link", { name: "Forgot password?" }).click();
  await expect(elsewhere.getByRole("heading", { level: 1 })).toHaveText("Forgot your password?");
  await elsewhere.getByLabel("Email address").fill(email);
  await elsewhere.getByRole("button", { name: "Send link" }).click();
  await expect(elsewhere.getByText("Check your inbox")).toBeVisible();
  const link = await app.mailTo(email, "Reset your Patchbay password");
  await elsewhere.goto(link);
  await elsewhere.getByRole("textbox", { name: "New password" }).fill("yet another phrase");
  await elsewhere.getByRole("button", { name: "Save password" }).click();
  await expect(elsewhere).toHaveURL("/");
  expect((await first.request.get("/api/webhooks")).status()).toBe(401);
  await page.goto(link);
  await expect(page.getByText("This link no longer works")).toBeVisible();
  await fillSignIn(page, email, "quite another phrase");
  await expect(page.getByText("Wrong email or password.")).toBeVisible();
  await signIn(page, email, "yet another phrase");
  await page.goto("/settings");
  await page.getByRole("button", { name: "Sign out everywhere" }).click();
  await expect(page).toHaveURL(/sign-in/);
  expect((await second.request.get("/api/webhooks")).status()).toBe(401);
  await Promise.all([first.close(), second.close()]);
});

test("without any script one signs in, reads what was wrong, signs up and signs out", async ({ browser }) => {
  const context = await openBrowser(browser, { javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/sign-in?callbackUrl=%2Fsettings");
  await page.getByLabel("Email address").fill(demoSignIn.email);
  await page.getByRole("textbox", { name: "Password" }).fill("not the password");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByText("Wrong email or password.")).toBeVisible();
  await expect(page.getByLabel("Email address")).toHaveValue(demoSignIn.email);
  await page.getByRole("textbox", { name: "Password" }).fill(demoSignIn.password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page).toHaveURL("/settings");
  await page.getByRole("button", { name: "Sign out this browser" }).click();
  await expect(page).toHaveURL(/sign-in/);
  expect(await findSessionCookie(context)).toBeUndefined();

  await page.goto("/sign-up");
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page.getByRole("link", { name: "Enter your name." })).toBeVisible();
  await page.getByLabel(/restaurant or shop/i).fill("Café Süd");
  await page.getByLabel(/your name/i).fill("Nora");
  await page.getByLabel("Email address").fill(newEmail());
  await page.getByRole("textbox", { name: "Password" }).fill(password);
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page.getByText("Check your inbox")).toBeVisible();
  await context.close();
});

test("while the scripts are still on their way, signing in and out work at the first press", async ({
  browser,
}) => {
  const context = await openBrowser(browser);
  const page = await context.newPage();
  await page.route("**/*.js*", async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    await route.continue();
  });
  await page.goto("/sign-in", { waitUntil: "commit" });
  await page.getByLabel("Email address").fill(demoSignIn.email);
  await page.getByRole("textbox", { name: "Password" }).fill(demoSignIn.password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page).toHaveURL("/");
  await page.goto("/settings", { waitUntil: "commit" });
  await page.getByRole("button", { name: "Sign out this browser" }).click();
  await expect(page).toHaveURL(/sign-in/);
  expect(await findSessionCookie(context)).toBeUndefined();
  await context.close();
});
