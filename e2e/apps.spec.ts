import { expect, type Page, test } from "@playwright/test";
import { z } from "zod";
import { signIn } from "./sign-in.ts";

/** On a phone Connect goes to the app's own page in the same tab. */
const phone = { width: 390, height: 844 };

type App = {
  id: string;
  name: string;
  /** Typed before the app's page is opened. */
  fields?: Record<string, string>;
  /** The button where it is not "Connect <name>". */
  connectButton?: string;
  /** A kind of object that its actions leave in the sandbox. */
  leaves: string;
};

const apps: readonly App[] = [
  { id: "slack", name: "Slack", leaves: "message" },
  { id: "google-sheets", name: "Google Sheets", leaves: "row" },
  { id: "shopify", name: "Shopify", fields: { "Your shop's address": "trattoria-e2e" }, leaves: "order" },
  {
    id: "woocommerce",
    name: "WooCommerce",
    fields: { "Address of your shop": "https://shop.trattoria-e2e.example" },
    connectButton: "Connect with one click",
    leaves: "order",
  },
];

const catalogueEntry = z.object({ actions: z.array(z.object({ id: z.string(), title: z.string() })) });
const integrationPage = z.object({ data: z.array(z.object({ id: z.string(), status: z.string() })) });

for (const app of apps) {
  test.describe(app.name, () => {
    test.describe.configure({ mode: "serial" });
    let page: Page;

    test.beforeAll(async ({ browser }) => {
      page = await browser.newPage({ viewport: phone });
      page.setDefaultTimeout(15_000);
      await signIn(page);
    });
    test.afterAll(() => page.close());

    test("is connected once the merchant agrees on its page", async () => {
      await page.goto(`/marketplace/${app.id}`);
      await fillConnectForm(page, app);
      await page
        .getByRole("button", { name: app.connectButton ?? `Connect ${app.name}`, exact: true })
        .click();
      await expect(page.getByRole("heading", { level: 1 })).toContainText(`into your ${app.name} account`);
      await page.getByRole("button", { name: "Allow", exact: true }).click();
      await expect(page).toHaveURL(new RegExp(`/marketplace/${app.id}`));
      await expect(page.getByText("Connected", { exact: true }).first()).toBeVisible();
    });

    test("does each of the things that it can do", async () => {
      test.setTimeout(180_000);
      const { actions } = catalogueEntry.parse(
        await (await page.request.get(`/api/catalog/${app.id}`)).json(),
      );
      expect(actions.length).toBeGreaterThan(0);
      await page.goto(`/marketplace/${app.id}`);
      for (const action of actions) {
        const form = await openAction(page, action.title);
        await runExample(form);
        // An app may make us wait some seconds while its products are being copied.
        await expect(form.getByText("Done", { exact: true })).toBeVisible({ timeout: 20_000 });
      }
    });

    test("shows in its sandbox what became of it", async () => {
      const answer = await page.request.get(`/api/sandbox/providers/${app.id}/objects?kind=${app.leaves}`);
      expect(z.object({ data: z.array(z.unknown()) }).parse(await answer.json()).data.length).toBeGreaterThan(
        0,
      );
      await page.goto(`/sandboxes/${app.id}`);
      await expect(page.getByRole("heading", { level: 1 })).toContainText(app.name);
      await expect(page.getByText(new RegExp(app.leaves, "i")).first()).toBeVisible();
    });

    test("says in plain words what is wrong once it refuses us, and heals when it is connected again", async () => {
      await switchFaultOn(page, "Access refused (401)", "20");
      const [first] = catalogueEntry.parse(
        await (await page.request.get(`/api/catalog/${app.id}`)).json(),
      ).actions;
      await page.goto(`/marketplace/${app.id}`);
      const form = await openAction(page, first?.title ?? "");
      await runExample(form);
      await expect(form.getByText("It was not done")).toBeVisible();
      await page.reload();
      await expect(
        page.getByText("Needs attention", { exact: true }).filter({ visible: true }).first(),
      ).toBeVisible();
      await page.goto(`/sandboxes/${app.id}`);
      await page.getByRole("button", { name: "Let everything work again" }).click();
      await page.goto(`/marketplace/${app.id}`);
      await page.getByRole("button", { name: "Connect again" }).first().click();
      await agreeAgain(page, app);
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
      const answer = await page.request.get(`/api/integrations?provider=${app.id}`);
      const { data } = integrationPage.parse(await answer.json());
      expect(data).toMatchObject([{ status: "disconnected" }]);
    });
  });
}

async function fillConnectForm(page: Page, { fields = {} }: App): Promise<void> {
  for (const [label, value] of Object.entries(fields)) await page.getByLabel(label).first().fill(value);
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

async function switchFaultOn(page: Page, kind: string, times: string): Promise<void> {
  const id = new URL(page.url()).pathname.split("/").at(-1) ?? "";
  await page.goto(`/sandboxes/${id}`);
  await page.getByLabel("What goes wrong").selectOption({ label: kind });
  await page.getByLabel("How many").fill(times);
  await page.getByRole("button", { name: "Make the next calls fail" }).click();
  await expect(page.getByText(`: ${kind}`).first()).toBeVisible();
}

async function agreeAgain(page: Page, app: App): Promise<void> {
  // What was typed the first time stands in a dialog, if anything was.
  if (app.fields) {
    const name = app.connectButton ?? "Connect again";
    await page.getByRole("dialog").getByRole("button", { name, exact: true }).click();
  }
  await expect(page.getByRole("heading", { level: 1 })).toContainText(`into your ${app.name} account`);
  await page.getByRole("button", { name: "Allow", exact: true }).click();
}
