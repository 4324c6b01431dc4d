import { expect, test } from "@playwright/test";
import { demoOperatorSignIn } from "#lib/auth/demo-sign-in.ts";
import { expectReadable } from "./axe.ts";
import { operatorSession } from "./sessions.ts";
import { beginSignedIn } from "./sign-in.ts";

test.describe.configure({ mode: "parallel", timeout: 240_000 });

const scope = "environment=sandbox&currency=EUR";

test("an operator signs in, sees revenue, tries a plan, and sets a policy for a merchant", async ({
  page,
}) => {
  const { email, password } = demoOperatorSignIn;
  await page.goto("/sign-in");
  await page.getByLabel("Email address").fill(email);
  await page.getByRole("textbox", { name: "Password" }).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page).toHaveURL("/operator/revenue");
  await page.goto(`/operator/revenue?${scope}`);
  await expect(page.getByRole("heading", { level: 1, name: "Revenue" })).toBeVisible();
  await expect(page.getByRole("img", { name: /Volume by month/ })).toBeVisible();
  // The numbers of a chart, by the keyboard.
  await page.getByText("Numbers as a table").first().focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("table", { name: "Volume by month" })).toBeVisible();

  await page.goto(`/operator/fee-plan?${scope}`);
  await page.getByLabel("Share of each payment, in %").fill("5");
  await page.getByRole("button", { name: "Try on the last 90 days" }).click();
  await expect(page).toHaveURL(/share=5/);
  const row = page.getByRole("row", { name: /Shop operator/ });
  // 50.00 were taken at 4 %: at 5 % it is half a euro more.
  await expect(row).toContainText("€2.00");
  await expect(row).toContainText("€2.50");
  await expect(row).toContainText("+€0.50");
  await expect(page.getByText("$219.00 a month")).toBeVisible();

  await row.getByRole("link", { name: "Shop operator" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Shop operator" })).toBeVisible();
  await expect(page.getByLabel("Share of each payment, in %")).toHaveValue("5");
  await page.getByLabel("Share of each payment, in %").fill("1");
  await page.getByRole("button", { name: "Set fee policy" }).click();
  await expect(page.getByText(/200 to 500/).first()).toBeVisible();
  await page.getByLabel("Share of each payment, in %").fill("4.5");
  await page.getByRole("button", { name: "Set fee policy" }).click();
  const policy = page.getByRole("row", { name: /4\.5%/ });
  await expect(policy).toContainText("In force");
  await expect(policy).toContainText("This merchant");
});

test("what is asked for and set works where no script arrives", async ({ page, context }) => {
  await context.route("**/_next/static/**/*.js", (route) => route.abort());
  await beginSignedIn(page, operatorSession);
  const open = (path: string) => page.goto(`/operator/${path}?${scope}`, { waitUntil: "domcontentloaded" });
  await open("fee-plan");
  await page.getByLabel("Share of each payment, in %").fill("1");
  await page.getByRole("button", { name: "Try on the last 90 days" }).click();
  await expect(page.getByText(/200 to 500/).first()).toBeVisible();
  await open("merchants");
  await page.getByRole("searchbox").fill("Shop operator");
  await page.getByRole("searchbox").press("Enter");
  await expect(page).toHaveURL(/q=Shop\+operator/);
  await open("fee-policies");
  await page.getByLabel("Share of each payment, in %").fill("1");
  await page.getByRole("button", { name: "Set fee policy" }).click();
  await expect(page.getByText("The fee policy was not set")).toBeVisible();
  await page.getByLabel("Share of each payment, in %").fill("3.1");
  await page.getByLabel("Valid from (UTC)").fill("2030-01-01");
  await page.getByRole("button", { name: "Set fee policy" }).click();
  await expect(page.getByText("The fee policy is set.")).toBeVisible();
});

test("a file has the numbers of the page", async ({ page }) => {
  await beginSignedIn(page, operatorSession);
  const answer = await page.request.get(`/operator/csv/months?${scope}`);
  expect(answer.headers()["content-type"]).toContain("text/csv");
  expect(await answer.text()).toContain("Month (UTC),Part of the month,Environment,Currency,Volume");
  const refused = await page.request.get("/operator/csv/months?environment=live&currency=euro");
  expect(refused.status()).toBe(422);
  expect((await page.request.get(`/operator/csv/nothing?${scope}`)).status()).toBe(404);
});

test("for a merchant there are no such pages, files or links", async ({ page }) => {
  await beginSignedIn(page);
  for (const path of ["", "/revenue", "/merchants", "/merchants/mer_1", "/fee-plan", "/access"]) {
    const answer = await page.goto(`/operator${path}`);
    expect(answer?.status(), path).toBe(404);
    await expect(page.getByText("Fee plan")).toHaveCount(0);
  }
  expect((await page.request.get(`/operator/csv/merchants?${scope}`)).status()).toBe(404);
  await page.goto("/");
  await expect(page.getByRole("link", { name: "All merchants" })).toHaveCount(0);
});

test("a key of a merchant, and a stranger, get nothing of it", async ({ request, page }) => {
  const headers = { authorization: `Bearer ${process.env.DEMO_API_KEY}` };
  expect((await request.get(`/operator/csv/months?${scope}`, { headers })).status()).toBe(404);
  expect((await request.get(`/operator/csv/months?${scope}`)).status()).toBe(404);
  await page.goto("/operator/revenue");
  await expect(page).toHaveURL(/\/sign-in/);
});

test.describe("on a phone and a desktop", () => {
  test.use({ reducedMotion: "reduce" });

  test("axe finds nothing serious on an operator's pages, light and dark", async ({ page }) => {
    await beginSignedIn(page, operatorSession);
    const month = new Date().toISOString().slice(0, 7);
    const names = ["revenue", `revenue/${month}`, "merchants", "fee-plan", "fee-policies", "access"];
    for (const path of names) await expectReadable(page, `/operator/${path}?${scope}`);
    await page.goto(`/operator/merchants?${scope}`);
    const merchant = await page.getByRole("link", { name: "Shop operator" }).getAttribute("href");
    await expectReadable(page, merchant ?? "/operator/merchants/none");
  });
});
