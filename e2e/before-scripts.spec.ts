import { type BrowserContext, expect, type Page, type Route, test } from "@playwright/test";
import { orderPaid } from "#lib/events/catalogue/orders.ts";
import type { MerchantName } from "./merchants.ts";
import { signIn } from "./sign-in.ts";

/** What a person on a slow line meets: a page whose scripts are not there yet, or never come. */
const modes = [
  { merchant: "scripts-late", name: "while scripts are held back for 3 s", handle: holdBack },
  { merchant: "scripts-lost", name: "where no script arrives", handle: (route: Route) => route.abort() },
] as const satisfies readonly { merchant: MerchantName; [option: string]: unknown }[];
const holdMs = 3_000;

for (const { merchant, name, handle } of modes) {
  test.describe(name, () => {
    test.describe.configure({ mode: "serial" });
    let page: Page;
    let context: BrowserContext;

    test.beforeAll(async ({ browser, baseURL }) => {
      const scripted = await browser.newContext({ baseURL });
      await signIn(await scripted.newPage(), merchant);
      const storageState = await scripted.storageState();
      await scripted.close();
      context = await browser.newContext({ baseURL, storageState });
      await context.route("**/_next/static/**/*.js", handle);
      page = await context.newPage();
    });
    test.afterAll(() => context.close());

    const open = (path: string) => page.goto(path, { waitUntil: "domcontentloaded" });
    const press = (label: string | RegExp, place: Pick<Page, "getByRole"> = page) =>
      place.getByRole("button", { name: label }).first().click();

    test("an app is connected, checked, made to do something at its side, and disconnected", async () => {
      await open("/marketplace/slack");
      await press("Connect Slack");
      await expect(page).toHaveURL(/\/consent\//);
      await press("Allow");
      await expect(page).toHaveURL(/\/marketplace\/slack\?connected=/);
      await expect(page.getByText("Connected", { exact: true }).first()).toBeVisible();
      expect(await list(page, "/api/integrations?provider=slack")).toHaveLength(1);

      await press("Check now");
      await expect(page.getByText("The connection works")).toBeVisible();

      await open("/sandboxes/slack");
      await press("Make the next calls fail");
      await expect(page.getByText("The next calls will fail")).toBeVisible();
      await press("Let everything work again");
      await expect(page.getByRole("button", { name: "Let everything work again" })).toHaveCount(0);

      await open("/marketplace/slack");
      await press(/^Try it: /);
      await press("Fill in the example");
      await press("Run");
      await expect(page.getByText("Done", { exact: true })).toBeVisible();

      await open("/marketplace/slack");
      await press("Disconnect");
      await press("Disconnect", page.getByRole("alertdialog"));
      await expect(page.getByText("Disconnected", { exact: true }).first()).toBeVisible();
    });

    test("who denies reads that nothing was connected", async () => {
      await open("/marketplace/mailchimp");
      await press("Connect Mailchimp");
      await press("Deny");
      await expect(page).toHaveURL(/connect_error=denied/);
      await expect(page.getByText("You chose Deny at Mailchimp")).toBeVisible();
    });

    test("what a form asks for goes along to the app's page", async () => {
      await open("/marketplace/shopify");
      await page.getByLabel("Your shop's address").fill(`shop-${merchant}`);
      await press("Connect Shopify");
      await expect(page.getByText(`shop-${merchant}.myshopify.com`)).toBeVisible();
    });

    test("keys that are filled in, or typed, connect an app", async () => {
      const { keys } = await read(page, "/api/sandbox/providers/sendgrid");
      await open("/marketplace/sendgrid");
      await press("Fill in sandbox keys");
      await expect(page.getByRole("textbox", { name: "API key" }).first()).toHaveValue(/^SG\./);
      await open("/marketplace/sendgrid");
      // What streams in is hidden for a moment, and its fields would be taken for folded away.
      await expect(page.getByRole("button", { name: "Connect SendGrid" }).first()).toBeVisible();
      const [{ fields, labels }] = keys;
      for (const { name, title } of labels) {
        const box = page.getByRole("textbox", { name: title }).first();
        if (await box.isVisible()) await box.fill(fields[name]);
      }
      await press("Connect SendGrid");
      await expect(page).toHaveURL(/\/marketplace\/sendgrid\?connected=/);
      expect(await list(page, "/api/integrations?provider=sendgrid")).toHaveLength(1);
    });

    test("a test inbox is made and told to fail; a webhook is tested, paused, resumed and deleted", async () => {
      await open("/test-inboxes");
      await press("Create inbox");
      await page.getByLabel("Name").fill("Bar");
      await press("Create inbox", page.getByRole("dialog"));
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Bar");
      await press(/^Fail/);
      await expect(page.getByText("Fails with 500")).toBeVisible();
      await press(/^Accept/);
      await expect(page.getByText("Accepts with 200")).toBeVisible();

      const [inbox] = await list(page, "/api/sandbox/inboxes");
      const id = await createWebhook(page, inbox?.url);
      await open(`/webhooks/${id}`);
      await press("Send test");
      await expect(page.getByText("The endpoint accepted it (200).").first()).toBeVisible();
      expect(await list(page, `/api/deliveries?webhookId=${id}`)).toHaveLength(1);
      await press("Pause");
      await press("Pause", page.getByRole("alertdialog"));
      await expect(page.getByText("Paused: nothing is sent")).toBeVisible();
      await send(page, "POST", "/api/events", { type: "order.paid", data: orderPaid.example });
      await open(`/webhooks/${id}`);
      await expect(page.getByText("1 delivery is held, and sent when you resume it.")).toBeVisible();
      await press("Resume");
      await press("Resume", page.getByRole("alertdialog"));
      await expect(page.getByRole("button", { name: "Pause" }).first()).toBeVisible();
      const delivered = `/api/deliveries?webhookId=${id}&status=delivered&isTest=false`;
      await expect.poll(async () => (await list(page, delivered)).length).toBe(1);
      await press("Delete");
      await press("Delete webhook", page.getByRole("alertdialog"));
      await expect(page).toHaveURL("/webhooks");
      expect(await list(page, "/api/webhooks")).toEqual([]);
    });

    test("a webhook is made and changed; what was typed comes back where it is refused", async () => {
      const [inbox] = await list(page, "/api/sandbox/inboxes");
      await open("/webhooks/new");
      await page.getByLabel("URL").fill("https://169.254.169.254/latest");
      await page.getByLabel("Description").fill("Kitchen");
      await page.getByRole("checkbox", { name: /^Order paid/ }).check();
      await page.getByRole("radio", { name: /^Basic/ }).check();
      await page.getByRole("textbox", { name: "User name" }).fill("ana");
      await press("Create webhook");
      await expect(page.getByText("This was not saved yet")).toBeVisible();
      await expect(page.getByLabel("URL")).toHaveValue("https://169.254.169.254/latest");
      await expect(page.getByLabel("Description")).toHaveValue("Kitchen");
      await expect(page.getByRole("textbox", { name: "User name" })).toHaveValue("ana");
      await page.getByLabel("URL").fill(inbox?.url ?? "");
      await press("Create webhook");
      await expect(page).toHaveURL(/\/webhooks\/wh_\w+\?created=1/);
      const [made] = await list(page, "/api/webhooks");
      expect(made).toMatchObject({
        url: inbox?.url,
        description: "Kitchen",
        eventTypes: ["order.paid"],
        auth: { type: "basic", username: "ana" },
      });

      await open(`/webhooks/${made?.id}/edit`);
      await page.getByLabel("Description").fill("Bar");
      await press("Save changes");
      await expect(page).toHaveURL(`/webhooks/${made?.id}`);
      const [changed] = await list(page, "/api/webhooks");
      expect(changed).toEqual({ ...made, description: "Bar", updatedAt: expect.any(String) });
    });

    test("the account that was chosen is the one that is connected", async () => {
      await open("/marketplace/sendgrid");
      await page.getByRole("button", { name: "Connect another" }).first().click();
      const dialog = page.getByRole("dialog");
      await dialog.getByRole("radio", { name: /^Your real account/ }).check();
      await page.waitForLoadState("load");
      const form = dialog
        .locator("form")
        .filter({ has: page.getByRole("button", { name: "Connect SendGrid" }) });
      const posted = await form.evaluate((element) => {
        if (!(element instanceof HTMLFormElement)) return [];
        return new FormData(element).getAll("environment");
      });
      expect(posted).toEqual(["live"]);
    });

    test("each of two forms goes with the account that was chosen in it, also when it comes back refused", async () => {
      await open("/marketplace/woocommerce");
      const typed = page.locator("form").filter({ hasText: "Consumer key" });
      const chosenIn = () =>
        typed.evaluate((form) =>
          form instanceof HTMLFormElement ? new FormData(form).getAll("environment") : [],
        );
      await page.getByText("Type the keys yourself").first().click();
      expect(await chosenIn()).toEqual(["sandbox"]);
      await typed.getByRole("radio", { name: "Your real account" }).check();
      expect(await chosenIn()).toEqual(["live"]);
      await press("Connect WooCommerce", typed);
      await expect(page.getByText("Not connected yet")).toBeAttached();
      expect(await chosenIn()).toEqual(["live"]);
      await page.waitForLoadState("load");
      expect(await chosenIn()).toEqual(["live"]);
    });

    test("a delivery is sent again, once", async () => {
      const [inbox] = await list(page, "/api/sandbox/inboxes");
      await createWebhook(page, inbox?.url);
      const { data } = await send(page, "POST", "/api/events", {
        type: "order.paid",
        data: orderPaid.example,
      });
      const deliveryOf = async () => (await list(page, `/api/deliveries?eventId=${data[0].id}`))[0];
      await expect.poll(async () => (await deliveryOf())?.status).toBe("delivered");
      const { id } = (await deliveryOf()) ?? {};
      await open(`/deliveries/${id}`);
      await press("Send again");
      await expect(page.getByText(/Attempt 2/)).toBeVisible();
      await page.waitForLoadState("load");
      expect((await read(page, `/api/deliveries/${id}`)).attempts).toBe(2);
    });

    test("an automation is paused and resumed, and what it prepared is approved", async () => {
      await open("/marketplace/slack");
      await press("Connect Slack");
      await press("Allow");
      await expect(page).toHaveURL(/\/marketplace\/slack\?connected=/);
      const [slack] = (await list(page, "/api/integrations?provider=slack")).filter(
        ({ status }) => status === "connected",
      );
      const fixed = (value: string) => ({ kind: "fixed", value });
      const message = {
        key: "message",
        integrationId: slack?.id,
        action: "send-message",
        mode: "review",
        mapping: { channel: fixed("C0ORDERS001"), text: fixed("Paid") },
      };
      const made = await send(page, "POST", "/api/automations", {
        name: "Kitchen",
        eventType: "order.paid",
        steps: [message],
      });
      await send(page, "POST", `/api/automations/${made.id}/publish`, { revision: made.revision });

      await open(`/automations/${made.id}`);
      await press("Pause");
      await press("Pause", page.getByRole("alertdialog"));
      await expect(page.getByText("Nothing has been run")).toBeVisible();
      await press("Resume");
      await press("Resume", page.getByRole("alertdialog"));
      await expect(page.getByRole("button", { name: "Pause" }).first()).toBeVisible();

      await send(page, "POST", "/api/events", { type: "order.paid", data: orderPaid.example });
      const runs = `/api/automations/${made.id}/runs`;
      await expect.poll(async () => (await list(page, runs))[0]?.heldFor).toBe("review");
      const [run] = await list(page, runs);
      await open(`/deliveries/${run?.id}`);
      await press("Approve: Send a message");
      await expect.poll(async () => (await list(page, runs))[0]?.status).toBe("delivered");

      await open(`/automations/${made.id}`);
      await press("Delete");
      await press("Delete automation", page.getByRole("alertdialog"));
      await expect(page).toHaveURL("/automations");
    });

    test("an API key is made, shown once and revoked", async () => {
      await open("/api-keys");
      await press("Create API key");
      await page.getByLabel("Name").fill("Till");
      await press("Create API key", page.getByRole("dialog"));
      await expect(page.getByText(/^pb_[\w-]+$/)).toBeVisible();
      await open("/api-keys");
      await expect(page.getByRole("row", { name: /Till/ })).toHaveCount(1);
      await press(/revoke till/i);
      await press("Revoke key", page.getByRole("alertdialog"));
      await expect(
        page.getByRole("row", { name: /Till/ }).getByText("Revoked", { exact: true }),
      ).toBeVisible();
    });

    test("colours are chosen, and the way out is found on a phone", async () => {
      await open("/");
      await press("Dark");
      await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
      await page.setViewportSize({ width: 390, height: 844 });
      await open("/");
      await press("Open navigation");
      const navigation = page.getByRole("dialog", { name: "Navigation" });
      await press(new RegExp(`Shop ${merchant}`), navigation);
      await expect(page).toHaveURL(/\/settings/);
      await press("Sign out", page.getByRole("main"));
      await expect(page).toHaveURL(/sign-in/);
    });
  });
}

type Row = Record<string, string> & { attempts?: unknown[] };

async function read(page: Page, path: string) {
  return (await page.request.get(path)).json();
}

async function list(page: Page, path: string): Promise<Row[]> {
  return (await read(page, path)).data;
}

async function send(page: Page, method: string, path: string, data: unknown) {
  const headers = { origin: new URL(page.url()).origin };
  const answer = await page.request.fetch(path, { method, headers, data });
  expect(answer.status()).toBeLessThan(300);
  return answer.json();
}

async function createWebhook(page: Page, url: string | undefined): Promise<string> {
  return (await send(page, "POST", "/api/webhooks", { url, eventTypes: ["*"], description: "Bar" })).id;
}

async function holdBack(route: Route): Promise<void> {
  await new Promise((done) => setTimeout(done, holdMs));
  // The page may have been left by then.
  await route.continue().catch(() => undefined);
}
