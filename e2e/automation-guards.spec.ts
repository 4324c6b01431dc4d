import { type Browser, expect, type Page, test } from "@playwright/test";
import { orderPaid, orderPlaced } from "#lib/events/catalogue/orders.ts";
import { list, send } from "./ask.ts";
import { expectNoSidewaysScroll } from "./axe.ts";
import { beginSignedIn } from "./sign-in.ts";

test.describe.configure({ mode: "serial", timeout: 90_000 });
test.use({ viewport: { width: 390, height: 844 }, reducedMotion: "reduce" });

/** Automations that need someone: each test is about one of them. */
const made = { replayed: "", changed: "", late: "" };

test.beforeAll(({ browser, baseURL }) => setUp(browser, baseURL));
test.beforeEach(({ page }) => beginSignedIn(page, "guards"));

/** Slack is connected, one automation fails, one has lost its channel, and one does not reach the kitchen in time. */
async function setUp(browser: Browser, baseURL: string | undefined): Promise<void> {
  const context = await browser.newContext({ baseURL });
  const page = await context.newPage();
  await beginSignedIn(page, "guards");
  await page.goto("/marketplace/slack");
  await page.getByRole("button", { name: "Connect Slack", exact: true }).click();
  await page.getByRole("button", { name: "Allow", exact: true }).click();
  await expect(page).toHaveURL(/\/marketplace\/slack/);
  const [slack] = await list(page, "/api/integrations?provider=slack");
  const create = async (name: string, eventType: string, channel: string, further = {}) => {
    const step = {
      key: "message",
      integrationId: slack?.id,
      action: "send-message",
      mapping: { channel: fixed(channel), text: fixed("Cook") },
      ...further,
    };
    const automation = { name, eventType, steps: [step], enabled: true };
    return (await send(page, "POST", "/api/automations", automation)).id;
  };
  // Nobody says yes within ten seconds.
  const unreached = { mode: "review", mustReach: { withinSeconds: 10 } };
  made.late = await create("Late", "order.paid", "C0ORDERS001", unreached);
  await send(page, "POST", "/api/events", {
    type: "order.paid",
    data: { ...orderPaid.example, number: "G-1" },
  });
  made.replayed = await create("Wrong channel", "order.placed", "C0NOTTHERE1");
  await send(page, "POST", "/api/events", { type: "order.placed", data: orderPlaced.example });
  await send(page, "POST", "/api/sandbox/providers/slack/commands/archive-kitchen", {});
  made.changed = await create("Changed", "order.refunded", "C0KITCHEN01");
  await context.close();
}

/** What queues do in the background takes its time on a busy machine. */
const soon = <Value>(read: () => Promise<Value>) => expect.poll(read, { timeout: 30_000 });
const fixed = (value: string) => ({ kind: "fixed", value });

const listRuns = (page: Page, id: string) => list(page, `/api/automations/${id}/runs`);

test("failed runs are replayed together once their plan was shown", async ({ page }) => {
  await page.goto("/");
  await soon(async () => (await listRuns(page, made.replayed))[0]?.status).toBe("failed");
  await page.goto(`/automations/${made.replayed}`);
  await page.getByRole("link", { name: "Replay failed runs" }).click();
  await page.getByRole("link", { name: /^Continue with the live version/ }).click();
  await expect(page).toHaveURL(/mode=live-version/);
  await expect(page.getByText("1 failed run.")).toBeVisible();
  await expect(page.getByText("1 to be done")).toBeVisible();
  await expectNoSidewaysScroll(page);
  await page.getByRole("button", { name: "Replay 1 run" }).click();
  await expect(page).toHaveURL(new RegExp(`/automations/${made.replayed}/runs$`));
  expect(await listRuns(page, made.replayed)).toHaveLength(2);
});

test("what an app no longer has is named on the automation's page, which leads to the step", async ({
  page,
}) => {
  await page.goto("/");
  const issues = `/api/automations/${made.changed}/issues`;
  await soon(async () => (await list(page, issues)).length).toBe(1);
  await page.goto(`/automations/${made.changed}`);
  await expect(page.getByRole("heading", { name: "Something has changed" })).toBeVisible();
  await expectNoSidewaysScroll(page);
  await page.getByRole("link", { name: /^Choose again/ }).click();
  await expect(page).toHaveURL(/\/edit\?step=message/);
  await expect(page.getByRole("button", { name: /1\. Slack: Send a message/ })).toBeVisible();
});

test("an order that reached nobody in time is on the overview until a person confirms it", async ({
  page,
}) => {
  await page.goto("/");
  await soon(async () => (await list(page, "/api/attention")).length).toBe(1);
  const card = page.getByRole("article").filter({ hasText: "Order G-1" });
  await expect(page.getByText("1 order needs attention")).toBeVisible();
  await expectNoSidewaysScroll(page);
  await card.getByRole("button", { name: /^Confirm/ }).click();
  await expect(card).toHaveCount(0);
  expect(await list(page, "/api/attention")).toEqual([]);
});
