import { expect, type Page, test } from "@playwright/test";
import { z } from "zod";
import { orderPaid } from "#lib/events/catalogue/orders.ts";
import { read } from "./ask.ts";
import { expectNoSidewaysScroll, expectNothingSerious } from "./axe.ts";
import { beginSignedIn } from "./sign-in.ts";

test.describe.configure({ mode: "default", timeout: 180_000 });
test.use({ viewport: { width: 390, height: 844 }, reducedMotion: "reduce" });

const automationPage = z.object({ data: z.array(z.object({ id: z.string(), revision: z.int() })) });
const automation = z.object({
  id: z.string(),
  revision: z.int(),
  draft: z.object({ steps: z.array(z.record(z.string(), z.unknown())) }),
});
const runPage = z.object({
  data: z.array(
    z.object({ id: z.string(), status: z.string(), heldFor: z.string().nullable(), eventId: z.string() }),
  ),
});

let id = "";

test.beforeEach(async ({ page }) => {
  await beginSignedIn(page, "automations");
  // The one that the first test makes; what comes after does not depend on how the tests between went.
  const answer = await read(page, "/api/automations");
  id = automationPage.parse(answer).data[0]?.id ?? "";
});

/** Fit for a phone, and for whoever hears the page. */
async function expectGood(page: Page): Promise<void> {
  await expectNothingSerious(page);
  await expectNoSidewaysScroll(page);
}

async function ask(
  page: Page,
  method: "GET" | "POST" | "PATCH",
  path: string,
  data?: unknown,
): Promise<unknown> {
  const headers = { origin: new URL(page.url()).origin };
  const answer = await page.request.fetch(path, { method, headers, data });
  expect(answer.status(), path).toBeLessThan(300);
  return answer.json();
}

/** An order of its own: two events about one order or payment make one run. */
const sendOrder = (page: Page, number: string) =>
  ask(page, "POST", "/api/events", {
    type: "order.paid",
    data: { ...orderPaid.example, number, ...createIds(number) },
  });

function createIds(number: string) {
  return { orderId: number, payment: { ...orderPaid.example.payment, id: number } };
}

async function newestRun(page: Page) {
  return runPage.parse(await ask(page, "GET", `/api/automations/${id}/runs`)).data[0];
}

test("an empty list leads to the recipes, and a recipe from connecting its app to being on", async ({
  page,
}) => {
  await page.goto("/automations");
  await expectGood(page);
  await page.getByRole("link", { name: "See the recipes" }).click();
  await expect(page).toHaveURL("/recipes");
  await page.getByRole("link", { name: "Paid orders to the kitchen", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Paid orders to the kitchen");
  await expectGood(page);

  await page.getByRole("button", { name: "Connect Slack" }).click();
  await expect(page.getByText("You are setting up “Paid orders to the kitchen”")).toBeVisible();
  await page.getByRole("button", { name: "Connect Slack", exact: true }).click();
  await page.getByRole("button", { name: "Allow" }).click();
  await expect(page).toHaveURL("/recipes/kitchen-messages");

  await expect(page.getByLabel("The kitchen's channel (Slack)")).toHaveValue(/ C0/);
  await expectGood(page);
  await page.getByRole("button", { name: "See a preview" }).click();
  await expect(page).toHaveURL(/\?draft=aut_/);
  await expect(page.getByText("Would be done")).toBeVisible();
  await expectGood(page);
  await page.getByRole("button", { name: "Switch on" }).click();
  await expect(page.getByText("It is on")).toBeVisible();
  await expectGood(page);
  id = automationPage.parse(await ask(page, "GET", "/api/automations")).data[0]?.id ?? "";
});

test("its run is one timeline: what was sent and answered; the list counts it", async ({ page }) => {
  await page.goto("/");
  await sendOrder(page, "AUTO-1");
  await expect.poll(async () => (await newestRun(page))?.status).toBe("delivered");
  await page.goto("/automations");
  const row = page.getByRole("row", { name: /Paid orders to the kitchen/ });
  await expect(row.getByRole("img", { name: "1 run in 14 days; 1 today" })).toBeVisible();
  await expect(row.getByText("Active")).toBeVisible();
  await expectGood(page);
  await row.getByRole("link", { name: "Paid orders to the kitchen" }).click();
  await page.getByRole("link", { name: /Order AUTO-1/ }).click();
  await expect(page.getByText("Send a message", { exact: false }).first()).toBeVisible();
  await page.locator("summary", { hasText: "What was sent and answered" }).click();
  await expect(page.getByRole("region", { name: /^Sent: / })).toContainText("AUTO-1");
  await expectGood(page);
  const run = await newestRun(page);
  await page.goto(`/events/${run?.eventId}`);
  await expect(page.locator("summary", { hasText: "What was sent and answered" })).toBeVisible();
  await expectGood(page);
});

test("what a step prepared is approved on the run's page, and the overview says that it waits", async ({
  page,
}) => {
  await page.goto("/");
  const { revision, draft } = automation.parse(await ask(page, "GET", `/api/automations/${id}`));
  const steps = draft.steps.map((step) => ({ ...step, mode: "review" }));
  const changed = automation.parse(await ask(page, "PATCH", `/api/automations/${id}`, { revision, steps }));
  await ask(page, "POST", `/api/automations/${id}/publish`, { revision: changed.revision });
  await sendOrder(page, "AUTO-2");
  await expect.poll(async () => (await newestRun(page))?.heldFor).toBe("review");

  await page.goto("/");
  await expect(page.getByText("1 run waits for you", { exact: true })).toBeVisible();
  await expectGood(page);
  await page.getByRole("link", { name: /^See what waits/ }).click();
  await page.getByRole("link", { name: /Order AUTO-2/ }).click();
  await expect(page.getByText("Waiting for approval")).toBeVisible();
  await expectGood(page);
  await page.getByRole("button", { name: /^Approve/ }).click();
  await expect(page.getByText("Ana Ricci approved it")).toBeVisible();
  await expect.poll(async () => (await newestRun(page))?.status).toBe("delivered");
});

test("an earlier version is live again in one press, and the name is another after a form", async ({
  page,
}) => {
  await page.goto(`/automations/${id}`);
  await page.getByRole("button", { name: "Restore version 1" }).click();
  await expect(page.getByText("Version 3", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Rename" }).first().click();
  await page.getByRole("dialog").getByLabel("Name").fill("Kitchen");
  await page.getByRole("dialog").getByRole("button", { name: "Rename" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Kitchen");
});

test("a run that is done is replayed only after its plan was shown", async ({ page }) => {
  await page.goto("/");
  const before = await newestRun(page);
  await page.goto(`/deliveries/${before?.id}`);
  await page.getByRole("link", { name: "Replay" }).click();
  await page.getByRole("link", { name: /^Start again/ }).click();
  await expect(page).toHaveURL(/mode=from-start/);
  await expect(page.getByRole("heading", { name: "What it would do" })).toBeVisible();
  await expectGood(page);
  await page.getByRole("button", { name: "Replay" }).click();
  await expect(page).not.toHaveURL(/replay/);
  await expect(page).not.toHaveURL(new RegExp(before?.id ?? "none"));
  await expectGood(page);
});

test("an app's page begins with what uses it, and disconnecting names what stops", async ({ page }) => {
  await page.goto("/marketplace/slack");
  await expect(page.getByRole("heading", { name: "Automations using it" })).toBeVisible();
  await expect(page.getByRole("main").getByRole("link", { name: "Kitchen", exact: true })).toBeVisible();
  await expectGood(page);
  await page.getByRole("button", { name: "Disconnect" }).click();
  await expect(page.getByRole("alertdialog").getByText("Kitchen")).toBeVisible();
  await expectGood(page);
});

test("the command menu finds an automation and a recipe by their names", async ({ page }) => {
  await page.goto("/");
  await page.keyboard.press("Control+k");
  const menu = page.getByRole("dialog", { name: "Search and go to" });
  await menu.getByRole("combobox").fill("kitchen");
  await expect(menu.getByRole("option", { name: /^Kitchen Automation/ })).toBeVisible();
  await menu.getByRole("option", { name: /^Paid orders to the kitchen Recipe/ }).click();
  await expect(page).toHaveURL("/recipes/kitchen-messages");
});
