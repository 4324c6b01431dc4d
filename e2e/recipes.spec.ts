import { expect, type Page, test } from "@playwright/test";
import { z } from "zod";
import { orderPaid, orderPlaced } from "#lib/events/catalogue/orders.ts";
import { expectNoSidewaysScroll, expectNothingSerious } from "./axe.ts";
import type { MerchantName } from "./merchants.ts";
import { beginSignedIn } from "./sign-in.ts";

const phone = { width: 390, height: 844 };
test.describe.configure({ mode: "parallel" });

type App = {
  id: string;
  name: string;
  /** Of what its sandbox holds more afterwards. */
  kind: string;
  fields?: Record<string, string>;
  connectButton?: string;
  hasKeys?: true;
};

const restaurant: readonly App[] = [
  { id: "slack", name: "Slack", kind: "message" },
  {
    id: "shopify",
    name: "Shopify",
    kind: "order",
    fields: { "Your shop's address": "trattoria-story" },
  },
  { id: "mailchimp", name: "Mailchimp", kind: "member" },
  { id: "google-sheets", name: "Google Sheets", kind: "row" },
];
const shop: readonly App[] = [
  {
    id: "woocommerce",
    name: "WooCommerce",
    kind: "order",
    fields: { "Address of your shop": "https://shop.trattoria-story.example" },
    connectButton: "Connect with one click",
  },
  { id: "sendgrid", name: "SendGrid", kind: "email", hasKeys: true },
  { id: "hubspot", name: "HubSpot", kind: "contact" },
  { id: "salesforce", name: "Salesforce", kind: "Lead" },
  { id: "paypal", name: "PayPal", kind: "capture", hasKeys: true },
];

const sandboxState = z.object({
  accounts: z.array(z.object({ kinds: z.array(z.object({ kind: z.string(), count: z.number() })) })),
});

test("a restaurant sets its recipe up on a phone, and a paid order reaches all four apps", async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(180_000);
  const page = await openPhone(browser.newContext({ viewport: phone, baseURL }), "story-restaurant");
  await openRecipe(page, "Paid orders to the kitchen, the shop");
  await connectAll(page, "restaurant-orders", restaurant);
  await expectNothingSerious(page);
  await expectNoSidewaysScroll(page);
  await page.getByRole("button", { name: "See a preview" }).click();
  await switchOn(page);
  const before = await countObjects(page, restaurant);
  await send(page, { type: "order.paid", data: orderPaid.example });
  await expectOnceMore(page, restaurant, before);
  await page.context().close();
});

test("a shop lets payments go up to an amount, and an order reaches all five apps", async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(180_000);
  const page = await openPhone(browser.newContext({ viewport: phone, baseURL }), "story-shop");
  await openRecipe(page, "Orders to the shop, a confirmation");
  await connectAll(page, "shop-orders", shop);
  await page
    .getByLabel("The sender of confirmations (SendGrid)")
    .selectOption({ label: await findSender(page) });
  await page.getByRole("radio", { name: /Do it at once/ }).check();
  await page.getByLabel("At most").fill("100.00");
  await expectNothingSerious(page);
  await expectNoSidewaysScroll(page);
  await page.getByRole("button", { name: "See a preview" }).click();
  await switchOn(page);
  const paypalOrderId = await agreeToPay(page);
  const before = await countObjects(page, shop);
  await send(page, { type: "order.placed", data: { ...orderPlaced.example, paypalOrderId } });
  await expectOnceMore(page, shop, before);
  await page.context().close();
});

async function openPhone(context: Promise<{ newPage: () => Promise<Page> }>, merchant: MerchantName) {
  const page = await (await context).newPage();
  page.setDefaultTimeout(45_000);
  await beginSignedIn(page, merchant);
  return page;
}

async function openRecipe(page: Page, title: string): Promise<void> {
  await page.goto("/recipes");
  await expectNoSidewaysScroll(page);
  await page.getByRole("link", { name: new RegExp(`^${title}`) }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(title);
}

/** From the recipe to each app that is missing, and back. */
async function connectAll(page: Page, recipe: string, apps: readonly App[]): Promise<void> {
  for (const app of apps) {
    await page.getByRole("button", { name: `Connect ${app.name}`, exact: true }).click();
    await expect(page).toHaveURL(new RegExp(`/marketplace/${app.id}`));
    for (const [label, value] of Object.entries(app.fields ?? {})) {
      await page.getByLabel(label).first().fill(value);
    }
    const main = page.getByRole("main");
    if (app.hasKeys) {
      await main.getByRole("button", { name: "Fill in sandbox keys" }).click();
      await expect(main.getByRole("textbox").first()).not.toHaveValue("");
    }
    const name = app.connectButton ?? `Connect ${app.name}`;
    await page.getByRole("button", { name, exact: true }).click();
    if (!app.hasKeys) {
      await expect(page.getByRole("heading", { level: 1 })).toContainText(`use your ${app.name} account`);
      await page.getByRole("button", { name: "Allow", exact: true }).click();
    }
    await expect(page).toHaveURL(new RegExp(`/recipes/${recipe}`));
  }
  await expect(page.getByRole("heading", { level: 2, name: "Choose" })).toBeVisible();
}

async function findSender(page: Page): Promise<string> {
  const options = page.getByLabel("The sender of confirmations (SendGrid)").getByRole("option");
  return (await options.filter({ hasText: "orders@" }).first().textContent()) ?? "";
}

async function switchOn(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Switch on" }).click();
  await expect(page).toHaveURL(/\/automations\/aut_/);
}

/** A guest orders and agrees to pay at PayPal. @returns PayPal's number of the order */
async function agreeToPay(page: Page): Promise<string> {
  const connections = await ask(page, "GET", "/api/integrations?provider=paypal");
  const [paypal] = z.object({ data: z.array(z.object({ id: z.string() })) }).parse(connections).data;
  const made = await ask(page, "POST", `/api/integrations/${paypal?.id}/actions/create-order`, {
    amount: 3_450,
    currency: "EUR",
    returnUrl: "https://shop.example/thanks",
  });
  await ask(page, "POST", "/api/sandbox/providers/paypal/commands/approve-newest", {});
  return z.object({ output: z.object({ orderId: z.string() }) }).parse(made).output.orderId;
}

async function send(page: Page, event: { type: string; data: unknown }): Promise<void> {
  await ask(page, "POST", "/api/events", event);
}

/** As the page itself would ask: with its session and from its origin. */
async function ask(page: Page, method: string, path: string, body?: unknown): Promise<unknown> {
  const answer = await page.evaluate(
    async ([how, where, json]) => {
      const headers = { "content-type": "application/json" };
      const response = await fetch(
        where,
        json === null ? { method: how } : { method: how, headers, body: json },
      );
      return { isOk: response.ok, body: await response.text() };
    },
    [method, path, body === undefined ? null : JSON.stringify(body)] as const,
  );
  expect(answer.isOk, `${path}: ${answer.body}`).toBe(true);
  return JSON.parse(answer.body);
}

async function countObjects(page: Page, apps: readonly App[]): Promise<Record<string, number>> {
  const counts: [string, number][] = [];
  for (const { id, kind } of apps) {
    const { accounts } = sandboxState.parse(await ask(page, "GET", `/api/sandbox/providers/${id}`));
    const all = accounts.flatMap(({ kinds }) => kinds.filter((one) => one.kind === kind));
    counts.push([id, all.reduce((total, { count }) => total + count, 0)]);
  }
  return Object.fromEntries(counts);
}

/** One more of each, and not two. */
async function expectOnceMore(
  page: Page,
  apps: readonly App[],
  before: Record<string, number>,
): Promise<void> {
  const wanted = Object.fromEntries(Object.entries(before).map(([id, count]) => [id, count + 1]));
  await expect.poll(() => countObjects(page, apps), { timeout: 60_000 }).toEqual(wanted);
}
