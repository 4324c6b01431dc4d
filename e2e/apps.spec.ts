import { expect, type Locator, type Page, test } from "@playwright/test";
import { z } from "zod";
import { read } from "./ask.ts";
import { expectNoSidewaysScroll, expectNothingSerious } from "./axe.ts";
import { type AppId, apps } from "./merchants.ts";
import { beginSignedIn } from "./sign-in.ts";

/** On a phone Connect goes to the app's own page in the same tab. */
const phone = { width: 390, height: 844 };

// Each app has a merchant of its own.
test.describe.configure({ mode: "parallel" });

type App = (typeof apps)[number] & Connecting;
type Connecting = {
  /** Typed before the app's page is opened. */
  fields?: Record<string, string>;
  /** The button where it is not "Connect <name>". */
  connectButton?: string;
  /** none: it is connected by keys, which the sandbox fills in. dialog: connecting again goes through a form. */
  consent?: "none" | "dialog";
};

/** Of apps that are not connected by a press of Connect and the app's own page alone. */
const connecting: Partial<Record<AppId, Connecting>> = {
  shopify: { fields: { "Your shop's address": "trattoria-e2e" } },
  woocommerce: {
    fields: { "Address of your shop": "https://shop.trattoria-e2e.example" },
    connectButton: "Connect with one click",
    consent: "dialog",
  },
  sendgrid: { consent: "none" },
  paypal: { consent: "none" },
};

const catalogueEntry = z.object({ actions: z.array(z.object({ id: z.string(), title: z.string() })) });
const integrationPage = z.object({ data: z.array(z.object({ id: z.string(), status: z.string() })) });
const sandboxState = z.object({
  accounts: z.array(z.object({ kinds: z.array(z.object({ count: z.number() })) })),
});

for (const known of apps) {
  const app: App = { ...known, ...connecting[known.id] };
  test.describe(app.name, () => {
    test.describe.configure({ mode: "serial" });
    let page: Page;

    test.beforeAll(async ({ browser, baseURL }) => {
      page = await (await browser.newContext({ viewport: phone, baseURL })).newPage();
      page.setDefaultTimeout(45_000);
      await beginSignedIn(page, `app-${app.id}`);
    });
    test.afterAll(() => page.context().close());

    test("is connected once the merchant agrees on its page", async () => {
      await page.goto(`/marketplace/${app.id}`);
      await fillConnectForm(page, app);
      await page
        .getByRole("button", { name: app.connectButton ?? `Connect ${app.name}`, exact: true })
        .click();
      await agree(page, app);
      await expect(page.getByText("Connected", { exact: true }).first()).toBeVisible();
    });

    test("does each of the things that it can do, and its sandbox shows what became of it", async () => {
      test.setTimeout(180_000);
      const before = await countObjects(page, app.id);
      await page.goto(`/marketplace/${app.id}`);
      for (const title of await actionTitles(page, app.id)) {
        const form = await openAction(page, title);
        await runExample(form);
        await expectDone(form, title);
      }
      await expectNothingSerious(page);
      await expectNoSidewaysScroll(page);
      expect(await countObjects(page, app.id)).toBeGreaterThan(before);
      await page.goto(`/sandboxes/${app.id}`);
      await expect(page.getByRole("heading", { level: 1 })).toContainText(app.name);
    });

    test("says in plain words what is wrong once it refuses us, and heals when it is connected again", async () => {
      await switchFaultOn(page, app.id, "Access refused (401)", "100");
      const [first = ""] = await actionTitles(page, app.id);
      await page.goto(`/marketplace/${app.id}`);
      const form = await openAction(page, first);
      await runExample(form);
      await expect(form.getByText("It was not done")).toBeVisible();
      await page.reload();
      await expect(
        page.getByText("Needs attention", { exact: true }).filter({ visible: true }).first(),
      ).toBeVisible();
      await expectNothingSerious(page);
      await page.goto(`/sandboxes/${app.id}`);
      await page.getByRole("button", { name: "Clear failures" }).click();
      await page.goto(`/marketplace/${app.id}`);
      await page.getByRole("button", { name: "Connect again" }).first().click();
      if (app.consent) {
        const dialog = page.getByRole("dialog");
        if (app.consent === "none") await fillSandboxKeys(dialog);
        await dialog.getByRole("button", { name: "Connect again" }).first().click();
      }
      await agree(page, app);
      await expect(page.getByText("Connected", { exact: true }).first()).toBeVisible();
    });

    test("is disconnected, and keeps its history", async () => {
      await page.goto(`/marketplace/${app.id}`);
      await page.getByRole("button", { name: "Disconnect" }).click();
      await page
        .getByRole("alertdialog")
        .getByRole("button", { name: /^Disconnect/ })
        .click();
      await expect(page.getByText("Disconnected", { exact: true }).first()).toBeVisible();
      const answer = await read(page, `/api/integrations?provider=${app.id}`);
      const { data } = integrationPage.parse(answer);
      expect(data).toMatchObject([{ status: "disconnected" }]);
    });
  });
}

async function fillConnectForm(page: Page, { fields = {}, consent }: App): Promise<void> {
  for (const [label, value] of Object.entries(fields)) await page.getByLabel(label).first().fill(value);
  if (consent === "none") await fillSandboxKeys(page.getByRole("main"));
}

/** They are fetched: the form is full a moment later. */
async function fillSandboxKeys(place: Locator): Promise<void> {
  await place.getByRole("button", { name: "Fill in sandbox keys" }).click();
  await expect(place.getByRole("textbox").first()).not.toHaveValue("");
}

/** On the app's own page, where there is one. */
async function agree(page: Page, app: App): Promise<void> {
  if (app.consent === "none") return;
  await expect(page.getByRole("heading", { level: 1 })).toContainText(`use your ${app.name} account`);
  await page.getByRole("button", { name: "Allow", exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`/marketplace/${app.id}`));
}

async function actionTitles(page: Page, id: string): Promise<string[]> {
  const answer = await read(page, `/api/catalog/${id}`);
  return catalogueEntry.parse(answer).actions.map(({ title }) => title);
}

/** How many things the accounts of an app's sandbox hold. */
async function countObjects(page: Page, id: string): Promise<number> {
  const answer = await read(page, `/api/sandbox/providers/${id}`);
  const kinds = sandboxState.parse(answer).accounts.flatMap((account) => account.kinds);
  return kinds.reduce((total, { count }) => total + count, 0);
}

async function openAction(page: Page, title: string) {
  const toggle = page.getByRole("button", { name: new RegExp(`^Try it ?: ${escaped(title)}$`) });
  if ((await toggle.getAttribute("aria-expanded")) !== "true") await toggle.click();
  return page.getByRole("form", { name: title, exact: true });
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

async function runExample(form: ReturnType<Page["getByRole"]>): Promise<void> {
  const fill = form.getByRole("button", { name: "Fill in the example" });
  if (await fill.isVisible()) await fill.click();
  await form.getByRole("button", { name: "Run", exact: true }).click();
}

/**
 * Does as the form says: where an app was late to answer, as on a busy machine, one presses Run again as it is. An app
 * may make us wait some seconds while its products are being copied.
 */
async function expectDone(form: Locator, title: string): Promise<void> {
  const done = form.getByText("Done", { exact: true });
  const again = form.getByText(/ress Run again/);
  for (let press = 1; press <= 3; press += 1) {
    await expect(done.or(again).first(), title).toBeVisible({ timeout: 60_000 });
    if (await done.isVisible()) return;
    await form.getByRole("button", { name: "Run", exact: true }).click();
  }
  await expect(done, title).toBeVisible({ timeout: 60_000 });
}

async function switchFaultOn(page: Page, id: string, kind: string, times: string): Promise<void> {
  await page.goto(`/sandboxes/${id}`);
  await page.getByLabel("What goes wrong").selectOption({ label: kind });
  await page.getByLabel("How many").fill(times);
  await page.getByRole("button", { name: "Make the next calls fail" }).click();
  await expect(page.getByText(`: ${kind}`).first()).toBeVisible();
}
