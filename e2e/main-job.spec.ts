import { expect, type Page, test } from "@playwright/test";
import { orderPaid } from "#lib/events/catalogue/orders.ts";
import { beginSignedIn, signIn } from "./sign-in.ts";

test.describe.configure({ mode: "serial" });

const orderNumber = `E2E-${Date.now()}`;
let webhookPath: string;
let inboxPath: string;

/** Has an order paid, as the person who is signed in. */
async function sendOrder(page: Page, number: string): Promise<string> {
  const answer = await page.request.post("/api/events", {
    headers: { origin: new URL(page.url()).origin },
    data: { type: "order.paid", data: { ...orderPaid.example, number } },
  });
  expect(answer.status()).toBe(202);
  return (await answer.json()).data[0].id;
}

async function setInbox(page: Page, mode: "Accept" | "Fail" | "Do not answer"): Promise<void> {
  await page.goto(inboxPath);
  await page.getByRole("button", { name: new RegExp(`^${mode}`) }).click();
  const told = { Accept: "Accepts with 200", Fail: "Fails with 500", "Do not answer": "Never answers" };
  await expect(page.getByText(told[mode])).toBeVisible();
}

test("a merchant signs in and creates a webhook to a test inbox of their own", async ({ page }) => {
  await signIn(page, "main-job");
  await page.goto("/test-inboxes");
  await page
    .getByRole("button", { name: /create/i })
    .first()
    .click();
  await page.getByLabel("Name").fill("Bar display");
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /create/i })
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Bar display");
  inboxPath = new URL(page.url()).pathname;

  await page.goto("/webhooks");
  await page.getByRole("link", { name: "Create webhook" }).first().click();
  await page.getByRole("button", { name: "Use a test inbox" }).click();
  await page.getByRole("menuitem", { name: "Bar display" }).click();
  await page.getByLabel("Description").fill("Bar display");
  await page.getByRole("checkbox", { name: /Order paid/ }).check();
  await page.getByRole("button", { name: "Create webhook" }).click();
  await expect(page).toHaveURL(/\/webhooks\/wh_/);
  webhookPath = new URL(page.url()).pathname;
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Bar display");
});

test("a test send shows the endpoint's answer beside it", async ({ page }) => {
  await beginSignedIn(page, "main-job");
  await page.goto(webhookPath);
  await page.getByRole("button", { name: "Send test" }).click();
  await expect(page.getByText("The endpoint accepted it (200).").first()).toBeVisible();
});

test("an event stands delivered in the log, and verified in the inbox", async ({ page }) => {
  await beginSignedIn(page, "main-job");
  await page.goto("/deliveries");
  await sendOrder(page, orderNumber);
  await page.getByRole("searchbox").fill(orderNumber);
  await page.getByRole("searchbox").press("Enter");
  const row = page.getByRole("row", { name: /Bar display/ });
  await expect(row).toContainText("Delivered");
  await row.getByRole("link").first().click();
  await expect(page.getByText("Bar display accepted it")).toBeVisible();
  await page.goto(inboxPath);
  await expect(page.getByText(/signature/i).first()).toBeVisible();
  await expect(page.getByText(/verif/i).first()).toBeVisible();
});

test("while the endpoint fails the merchant sees retries; mended, a retry by hand arrives", async ({
  page,
}) => {
  await beginSignedIn(page, "main-job");
  await setInbox(page, "Fail");
  const number = `${orderNumber}-B`;
  await sendOrder(page, number);
  await page.goto(`/deliveries?q=${number}`);
  const row = page.getByRole("row", { name: /Bar display/ });
  await expect(row).toContainText("Waiting");
  await row.getByRole("link").first().click();
  await expect(page).toHaveURL(/\/deliveries\/dlv_/);
  const deliveryPath = new URL(page.url()).pathname;
  await expect(page.getByText(/Attempt 1: failed/)).toBeVisible();
  await expect(page.getByText(/Attempt 2: failed/)).toBeVisible({ timeout: 45_000 });
  await expect(page.getByText(/Attempt 3 is planned/)).toBeVisible();

  await setInbox(page, "Accept");
  await page.goto(deliveryPath);
  await page.getByRole("button", { name: "Try now" }).click();
  await expect(page.getByText("Bar display accepted it")).toBeVisible();
  await expect(page.getByText(/Attempt 3/)).toBeVisible();
});

test("a failing webhook stands first on the overview, with its cause", async ({ page }) => {
  await beginSignedIn(page, "main-job");
  await setInbox(page, "Fail");
  await sendOrder(page, `${orderNumber}-C`);
  await page.goto("/");
  await expect(page.getByText(/needs? attention/i).first()).toBeVisible();
  await expect(page.getByRole("main")).toContainText("Bar display");
  await setInbox(page, "Accept");
});

test("a wrong address is refused in words, and nothing typed is lost", async ({ page }) => {
  await beginSignedIn(page, "main-job");
  await page.goto("/webhooks/new");
  await page.getByLabel("Description").fill("Kept on failure");
  await page.getByLabel("URL").fill("https://169.254.169.254/latest");
  await page.getByRole("checkbox", { name: /Order paid/ }).check();
  await page.getByRole("button", { name: "Create webhook" }).click();
  await expect(page.getByLabel("URL")).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByLabel("Description")).toHaveValue("Kept on failure");
  await expect(page).toHaveURL("/webhooks/new");
});

test("an API key is shown once, works, and stops working when revoked", async ({ page, request }) => {
  await beginSignedIn(page, "main-job");
  await page.goto("/api-keys");
  await page
    .getByRole("button", { name: /create/i })
    .first()
    .click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name").fill("Till");
  await dialog.getByRole("checkbox", { name: /Send events/ }).check();
  await dialog.getByRole("button", { name: /create/i }).click();
  const key = (await dialog.getByText(/^pb_[\w-]+$/).textContent()) ?? "";
  const send = () =>
    request.post("/api/events", {
      headers: { authorization: `Bearer ${key}` },
      data: { type: "order.paid", data: orderPaid.example },
    });
  expect((await send()).status()).toBe(202);
  await page.goto("/api-keys");
  await expect(page.getByRole("main")).not.toContainText(key);
  await page
    .getByRole("row", { name: /Till/ })
    .getByRole("button", { name: /revoke/i })
    .click();
  await page
    .getByRole("alertdialog")
    .getByRole("button", { name: /revoke/i })
    .click();
  await expect(page.getByRole("row", { name: /Till/ }).getByText("Revoked", { exact: true })).toBeVisible();
  expect((await send()).status()).toBe(401);
});

test("a new merchant signs up, sees an empty shop with the next step, and signs out", async ({ page }) => {
  await page.goto("/sign-up");
  await page.getByLabel(/restaurant or shop/i).fill("Café Nord");
  await page.getByLabel(/your name/i).fill("Nora");
  await page.getByLabel("Email address").fill(`nora-${Date.now()}@example.com`);
  await page.getByRole("textbox", { name: "Password" }).fill("a-long-password");
  await page.getByRole("button", { name: /create|open|sign up/i }).click();
  await expect(page).toHaveURL("/");
  await page.goto("/deliveries");
  await expect(page.getByRole("main")).toContainText(/no deliveries|nothing/i);
  await page.getByRole("button", { name: /Café Nord/ }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/sign-in/);
  await page.goto("/webhooks");
  await expect(page).toHaveURL(/sign-in/);
});
