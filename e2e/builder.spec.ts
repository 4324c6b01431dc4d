import { expect, type Page, test } from "@playwright/test";
import { z } from "zod";
import { orderPaid } from "#lib/events/catalogue/orders.ts";
import { read } from "./ask.ts";
import { expectNoSidewaysScroll, expectNothingSerious } from "./axe.ts";
import { beginSignedIn } from "./sign-in.ts";

test.describe.configure({ mode: "serial", timeout: 120_000 });
test.use({ viewport: { width: 390, height: 844 }, reducedMotion: "reduce" });

const created = z.object({ data: z.tuple([z.object({ id: z.string() })]) });
const steps = z.array(z.looseObject({ mapping: z.record(z.string(), z.unknown()) }));
const automation = z.object({
  revision: z.int(),
  name: z.string(),
  liveVersion: z.int().nullable(),
  draft: z.object({ steps }),
});
const runs = z.object({
  data: z.array(z.object({ id: z.string(), eventId: z.string(), status: z.string() })),
});
const run = z.object({
  steps: z.array(z.object({ status: z.string(), input: z.record(z.string(), z.unknown()).nullable() })),
});

let path = "";

test.beforeEach(({ page }) => beginSignedIn(page, "builder"));

/** The editor, once its script has come. */
async function openEditor(page: Page): Promise<void> {
  await page.goto(path);
  await expect(page.getByLabel("Name")).toBeEnabled();
}

/** Has an order paid, as the person who is signed in. */
async function sendOrder(page: Page, number: string, totalAmount: number): Promise<string> {
  const answer = await page.request.post("/api/events", {
    headers: { origin: new URL(page.url()).origin },
    data: { type: "order.paid", data: { ...orderPaid.example, number, totalAmount } },
  });
  return created.parse(await answer.json()).data[0].id;
}

async function readAutomation(page: Page) {
  const answer = await read(page, `/api${path.replace(/\/edit$/, "")}`);
  return automation.parse(answer);
}

/** Presses Tab until what has the focus is called that. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    const focused = await page.evaluate(() => {
      const { activeElement: at } = document;
      if (!at?.matches("button, a, input, select, textarea")) return "";
      const label = at.id ? document.querySelector(`label[for="${at.id}"]`)?.textContent : undefined;
      return at.getAttribute("aria-label") ?? label ?? at.textContent;
    });
    if (name.test(focused)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not come to ${name}.`);
}

const isSaved = (page: Page) => expect(page.getByText("Draft saved")).toBeVisible();

test("a person connects Slack and starts an automation from scratch", async ({ page }) => {
  await page.goto("/marketplace/slack");
  await page.getByRole("button", { name: "Connect Slack", exact: true }).click();
  await page.getByRole("button", { name: "Allow", exact: true }).click();
  await expect(page).toHaveURL(/\/marketplace\/slack/);
  await sendOrder(page, "B-1001", 4_250);

  await page.goto("/automations/new");
  await expect(page.getByRole("link", { name: "Choose a recipe" })).toHaveAttribute("href", "/recipes");
  await page.getByLabel("Name").fill("Tell the kitchen");
  await page.getByRole("button", { name: "Start from scratch" }).click();
  await expect(page).toHaveURL(/\/automations\/aut_\w+\/edit$/);
  path = new URL(page.url()).pathname;
  await expect(page.getByLabel("Name")).toHaveValue("Tell the kitchen");
});

test("by keyboard alone: a step of Slack with a text that has fields of a real order in it", async ({
  page,
}) => {
  await openEditor(page);
  await expect(page.getByRole("region", { name: "Sample" })).toContainText("Order B-1001");
  await page.getByLabel("Name").focus();
  await tabTo(page, /^Add the first step$/);
  await page.keyboard.press("Enter");
  await tabTo(page, /^.?Slack/);
  await page.keyboard.press("Enter");
  await tabTo(page, /^Send a message/);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: /1\. Slack: Send a message/ })).toBeFocused();

  await tabTo(page, /^Choose from “Channels”$/);
  await page.keyboard.press("Enter");
  const kitchen = page.getByRole("dialog").getByRole("button", { name: /kitchen/ });
  await expect(kitchen).toBeVisible();
  await tabTo(page, /^#kitchen/);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Clear Channel" })).toBeVisible();

  await tabTo(page, /^Text/);
  await page.keyboard.type("Order ");
  await tabTo(page, /^Insert field into Text$/);
  await page.keyboard.press("Enter");
  await tabTo(page, /^Search fields$/);
  await page.keyboard.type("number");
  await tabTo(page, /^Number/);
  await page.keyboard.press("Enter");
  const text = page.getByRole("textbox", { name: "Text" });
  await expect(text).toBeFocused();
  await expect(text).toHaveValue("Order [Number]");
  await page.keyboard.type(" for !");
  await expect(text).toHaveValue("Order [Number] for !");
  await expect(page.getByLabel("What step 1 would send")).toContainText("Order B-1001 for !");
  await isSaved(page);
});

test("a field's use is changed, a field goes as a whole, and what would be sent follows", async ({
  page,
}) => {
  await openEditor(page);
  const text = page.getByRole("textbox", { name: "Text" });
  await expect(text).toHaveValue("Order [Number] for !");
  await text.press("End");
  await text.press("Backspace");
  await page.getByRole("button", { name: "Insert field into Text" }).click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /^Total amount.*€42\.50/ })
    .click();
  await expect(page.getByLabel("What step 1 would send")).toContainText("Order B-1001 for €42.50");

  await page.getByRole("button", { name: /^Field in use: Number/ }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Add a change").selectOption({ label: "Upper and lower case: UPPER CASE" });
  await dialog.getByLabel("Letters", { exact: true }).selectOption({ label: "lower case" });
  await expect(dialog).toContainText("b-1001");
  await dialog.getByRole("radio", { name: "Stop the step and report it" }).check();
  await dialog.getByRole("button", { name: "Done" }).click();
  await expect(page.getByLabel("What step 1 would send")).toContainText("Order b-1001 for €42.50");

  await text.press("End");
  await text.press("Backspace");
  await expect(text).toHaveValue("Order [Number] for ");
  await expect(page.getByLabel("What step 1 would send")).not.toContainText("€42.50");
  await isSaved(page);
});

test("steps are duplicated, moved by keyboard with the focus kept, and removed", async ({ page }) => {
  await openEditor(page);
  await page.getByRole("button", { name: "Duplicate step 1" }).click();
  await expect(page.getByRole("button", { name: "Remove step 2" })).toBeVisible();
  await page.getByRole("button", { name: "Move step 1 down" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText("Slack: Send a message is step 2 now.")).toBeAttached();
  await page.getByRole("button", { name: "Remove step 1" }).click();
  await expect(page.getByRole("button", { name: "Remove step 2" })).toBeHidden();
  await isSaved(page);
});

test("a condition in amounts, and the sample says on which side it is", async ({ page }) => {
  await openEditor(page);
  await page.getByRole("button", { name: "Add a comparison" }).click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /^Total amount/ })
    .click();
  await page.getByLabel("Compare Total amount with, in EUR").fill("50");
  await expect(page.getByText("The sample does not meet it")).toBeVisible();
  await page.getByLabel("Compare Total amount with, in EUR").fill("20.50");
  await expect(page.getByText("The sample meets it")).toBeVisible();
  await isSaved(page);
  await expectNothingSerious(page);
  await expectNoSidewaysScroll(page);
});

test("what a second person has changed is not overwritten until one of the two decides", async ({ page }) => {
  await openEditor(page);
  const change = async (name: string) => {
    const { revision } = await readAutomation(page);
    const answer = await page.request.patch(`/api${path.replace(/\/edit$/, "")}`, {
      headers: { origin: new URL(page.url()).origin },
      data: { revision, name },
    });
    expect(answer.status()).toBe(200);
  };
  await change("Theirs");
  await page.getByLabel("Name").fill("Mine");
  const told = page.getByRole("alert").filter({ hasText: "Someone else changed this automation" });
  await expect(told).toBeVisible();
  expect((await readAutomation(page)).name).toBe("Theirs");
  await expect(page.getByLabel("Name")).toHaveValue("Mine");
  await told.getByRole("button", { name: "Load theirs" }).click();
  await expect(page.getByLabel("Name")).toHaveValue("Theirs");

  await change("Theirs again");
  await page.getByLabel("Name").fill("Mine after all");
  await told.getByRole("button", { name: "Keep mine" }).click();
  await isSaved(page);
  expect((await readAutomation(page)).name).toBe("Mine after all");
});

test("without a network nothing is lost, and it is saved once there is one", async ({ page, context }) => {
  await openEditor(page);
  await context.setOffline(true);
  await page.getByLabel("Name").fill("Tell the kitchen");
  await expect(page.getByText("Not saved: no connection")).toBeVisible();
  await expect(page.getByLabel("Name")).toHaveValue("Tell the kitchen");
  await context.setOffline(false);
  await isSaved(page);
  expect((await readAutomation(page)).name).toBe("Tell the kitchen");
});

test("it is published, an order comes, and its run is there", async ({ page }) => {
  await openEditor(page);
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("This is the first version");
  await dialog.getByRole("button", { name: "Try it on your last events" }).click();
  await expect(dialog.getByText("1 would run, 0 would fail, 0 would be left out.")).toBeVisible();
  await expectNothingSerious(page);
  await dialog.getByRole("button", { name: "Publish now" }).click();
  await expect(page).toHaveURL(path.replace(/\/edit$/, ""));
  expect((await readAutomation(page)).liveVersion).toBe(1);

  const eventId = await sendOrder(page, "B-1002", 3_100);
  const readRuns = async () => {
    const answer = await read(page, `/api${path.replace(/\/edit$/, "")}/runs`);
    return runs.parse(answer).data.filter((one) => one.eventId === eventId);
  };
  await expect.poll(async () => (await readRuns())[0]?.status).toBe("delivered");
  const [only] = await readRuns();
  const answer = await read(page, `/api/runs/${only?.id}`);
  expect(run.parse(answer).steps).toMatchObject([
    { status: "succeeded", input: { channel: "C0KITCHEN01", text: "Order b-1002 for " } },
  ]);
  await page.goto(`/deliveries/${only?.id}`);
  await expect(page.getByRole("main")).toContainText("Send a message");
});

test("what publishing would change is told, and what is not filled in is told at its field", async ({
  page,
}) => {
  await openEditor(page);
  await page.getByRole("textbox", { name: "Text" }).fill("");
  await expect(page.getByText("1 field to fill in")).toBeVisible();
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("Changes to version 1");
  await dialog.getByRole("button", { name: "Publish now" }).click();
  await expect(dialog.getByRole("alert")).toContainText("It was not published");
  await dialog.getByRole("button", { name: "Step 1, Text" }).click();
  const text = page.getByRole("textbox", { name: "Text" });
  await expect(text).toBeFocused();
  await expect(text).toHaveAttribute("aria-invalid", "true");
  expect((await readAutomation(page)).liveVersion).toBe(1);
});

test("where no script arrives the editor says so, and what is saved is published all the same", async ({
  page,
  browser,
  baseURL,
}) => {
  await openEditor(page);
  const { revision, draft } = await readAutomation(page);
  const steps = draft.steps.map((step) => ({
    ...step,
    mapping: { ...step.mapping, text: { kind: "fixed", value: "Hello" } },
  }));
  const saved = await page.request.patch(`/api${path.replace(/\/edit$/, "")}`, {
    headers: { origin: new URL(page.url()).origin },
    data: { revision, steps },
  });
  expect(saved.status()).toBe(200);
  const plain = await browser.newContext({
    baseURL,
    storageState: await page.context().storageState(),
  });
  await plain.route("**/_next/static/**/*.js", (route) => route.abort());
  const bare = await plain.newPage();
  await bare.goto(path);
  await expect(bare.getByText("The editor needs JavaScript")).toBeVisible();
  await expect(bare.getByLabel("Name")).toBeDisabled();
  await bare.getByRole("button", { name: "Publish", exact: true }).click();
  await bare.getByRole("button", { name: "Publish now" }).click();
  await expect(bare).toHaveURL(path.replace(/\/edit$/, ""));
  await plain.close();
  expect((await readAutomation(page)).liveVersion).toBe(2);
});
