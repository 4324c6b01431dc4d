import { expect, type Page, test } from "@playwright/test";
import { list, send } from "./ask.ts";
import { expectNoSidewaysScroll, expectNothingSerious, expectReadableColours } from "./axe.ts";
import { beginSignedIn } from "./sign-in.ts";

test.describe.configure({ mode: "serial", timeout: 180_000 });
test.use({ reducedMotion: "reduce" });

const phone = { width: 390, height: 844 };
const desktop = { width: 1440, height: 900 };
let charge = "";

test.beforeEach(({ page }) => beginSignedIn(page, "payments"));

/** Something that happens at Stripe's side. */
const atStripe = (page: Page, command: string, input: Record<string, unknown> = {}) =>
  send(page, "POST", `/api/sandbox/providers/stripe/commands/${command}`, { input });

/** Reads Stripe's books and compares them with ours. */
async function compare(page: Page): Promise<void> {
  await page.goto("/payments/reconciliation");
  await page.getByRole("button", { name: "Compare now" }).click();
  await expect(page.getByText(/^Compared/).first()).toBeVisible();
}

const findCard = (page: Page, title: string) =>
  page.locator("section").filter({ has: page.getByRole("heading", { name: title, exact: true }) });

async function lookAt(page: Page, path: string): Promise<void> {
  for (const viewport of [desktop, phone]) {
    await page.setViewportSize(viewport);
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectNoSidewaysScroll(page);
  }
  await page.emulateMedia({ colorScheme: "light" });
  await expectNothingSerious(page);
  await page.emulateMedia({ colorScheme: "dark" });
  await expectReadableColours(page);
  await page.emulateMedia({ colorScheme: "light" });
}

test("before anything is connected, the page says what to do first, and leads there", async ({ page }) => {
  // On a phone the app's page opens in the same window.
  await page.setViewportSize(phone);
  await page.goto("/payments");
  await page.getByRole("link", { name: "Connect Stripe" }).click();
  await expect(page).toHaveURL(/\/marketplace\/stripe/);
  await page.getByRole("button", { name: "Connect Stripe Connect", exact: true }).click();
  await page.getByRole("button", { name: "Allow", exact: true }).click();
  await expect(page).toHaveURL(/\/marketplace\/stripe/);
  await expect(page.getByText("Connected", { exact: true }).first()).toBeVisible();
});

test("a guest pays by a link, and the shop sees who gets what", async ({ page, context }) => {
  await page.setViewportSize(phone);
  await page.goto("/payments/charges/new");
  await page.getByLabel("Amount").fill("nothing");
  await page.getByRole("button", { name: "Make a payment link" }).click();
  await expect(page.getByRole("alert").getByText("Enter an amount such as 12.50")).toBeVisible();
  await page.getByLabel("Amount").fill("50.00");
  await page.getByLabel("Currency").fill("EUR");
  await page.getByLabel("What it is for").fill("Table 4");
  await page.getByRole("button", { name: "Make a payment link" }).click();
  await expect(page).toHaveURL(/\/payments\/charges\/chg_\w+$/);
  charge = new URL(page.url()).pathname;
  await expect(page.getByText("Waiting for the guest").first()).toBeVisible();
  await expect(page.getByRole("img", { name: "QR code of the page on which €50.00 is paid" })).toBeVisible();
  await lookAt(page, charge);
  await page.setViewportSize(phone);

  const opened = context.waitForEvent("page");
  await page.getByRole("link", { name: "Open the payment page" }).click();
  const guest = await opened;
  await guest.getByLabel("Card number").fill("4242 4242 4242 4242");
  await guest.getByRole("button", { name: /^Pay/ }).click();
  await expect(guest.getByRole("heading", { name: "Thank you" })).toBeVisible();
  await guest.close();

  await expect(page.getByText("Paid", { exact: true }).first()).toBeVisible();
  await compare(page);
  await page.goto(charge);
  const split = findCard(page, "Who gets what");
  await expect(split).toContainText("3% of €50.00 is €1.50");
  await expect(split).toContainText("€48.50");
  await expect(split).toContainText("-€1.00");
  await lookAt(page, charge);
});

test("a refund shows who bears what before it is made, and two presses make one", async ({ page }) => {
  await page.goto(charge);
  await page.getByRole("link", { name: "Refund" }).click();
  await page.getByLabel(/^How much/).fill("10");
  await page.getByRole("button", { name: "Show what would happen" }).click();
  await expect(page.getByRole("heading", { name: "What would happen" })).toBeVisible();
  await expect(page.getByText("€9.70", { exact: true })).toBeVisible();
  await lookAt(page, page.url());
  await page.getByRole("button", { name: "Refund €10.00" }).dblclick();
  await expect(page).toHaveURL(charge);
  await expect(findCard(page, "Refunds").getByText("€10.00", { exact: true })).toHaveCount(1);
});

test("a refund works before any script has come", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false });
  const page = await context.newPage();
  await beginSignedIn(page, "payments");
  await page.goto(`${charge}/refund?amount=5`);
  await page.getByRole("button", { name: "Refund €5.00" }).click();
  await expect(page).toHaveURL(new RegExp(`${charge}$`));
  await expect(page.getByText("€5.00").first()).toBeVisible();
  await context.close();
});

test("a dispute is counted in the navigation, and says until when to answer and what is at stake", async ({
  page,
}) => {
  await page.setViewportSize(desktop);
  await page.goto(charge);
  const [paid] = await list(page, "/api/payments/charges");
  await atStripe(page, "dispute-newest-charge", { charge: paid?.providerPaymentId });
  await compare(page);
  await page.goto("/payments/disputes");
  await expect(page.getByText(/Answer by/)).toBeVisible();
  await expect(page.getByText("If you win")).toBeVisible();
  await expect(page.getByRole("link", { name: /Payments 1 dispute to answer/ })).toBeVisible();
  await lookAt(page, "/payments/disputes");
  await atStripe(page, "decide-dispute", { outcome: "won" });
});

test("a deposit at the bank unfolds into its payments, to the cent", async ({ page }) => {
  await page.setViewportSize(desktop);
  await page.goto("/payments/payouts");
  await atStripe(page, "move-clock", { days: 8 });
  await compare(page);
  await expect(async () => {
    await compare(page);
    await page.goto("/payments/payouts");
    await page.getByRole("link", { name: /bank/ }).first().click({ timeout: 5_000 });
    await expect(page.getByText("Adds up to the cent")).toBeVisible({ timeout: 5_000 });
  }).toPass({ timeout: 90_000 });
  await lookAt(page, page.url());
});

test("revenue adds it up, each number leads to what is behind it, and all agrees with Stripe", async ({
  page,
}) => {
  await page.setViewportSize(desktop);
  await page.goto("/payments");
  const statement = page.getByRole("table", { name: "From gross to net" });
  await expect(statement.getByRole("row", { name: /^Gross/ })).toContainText("€50.00");
  await expect(statement.getByRole("row", { name: /^Refunds/ })).toContainText("-€15.00");
  await expect(page.getByText(/Matches Stripe/)).toBeVisible();
  await statement
    .getByRole("row", { name: /^Gross/ })
    .getByRole("link")
    .first()
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Payments");
  const file = await page.getByRole("link", { name: "Download every movement as CSV" }).getAttribute("href");
  const answer = await page.request.get(file ?? "");
  expect(answer.headers()["content-type"]).toContain("text/csv");
  expect(await answer.text()).toMatch(/payment,.*,50\.00,/);
  await page.getByRole("link", { name: "Payment", exact: true }).first().click();
  await expect(page).toHaveURL(/\/payments\/charges\/chg_/);
  for (const path of [
    "/payments",
    "/payments?by=hour_of_day",
    "/payments/charges",
    "/payments/charges/new",
    "/payments/payouts",
    "/payments/disputes?show=all",
    "/payments/reconciliation?show=all",
    "/payments/entries?account=platform_fees",
    "/payments/sales?by=table&isUnknown=true",
    "/paid",
  ]) {
    await lookAt(page, path);
  }
});
