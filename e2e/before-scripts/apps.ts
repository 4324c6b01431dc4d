import { expect, test } from "@playwright/test";
import { list, read } from "../ask.ts";
import type { Visit } from "./visit.ts";

/** Apps are connected, with an account at its side or with keys, tried and disconnected. */
export function testApps(visit: Visit): void {
  const { open, press, merchant } = visit;

  test("an app is connected, checked, made to do something at its side, and disconnected", async () => {
    await open("/marketplace/slack");
    await press("Connect Slack");
    await expect(visit.page).toHaveURL(/\/consent\//);
    await press("Allow");
    await expect(visit.page).toHaveURL(/\/marketplace\/slack\?connected=/);
    await expect(visit.page.getByText("Connected", { exact: true }).first()).toBeVisible();
    expect(await list(visit.page, "/api/integrations?provider=slack")).toHaveLength(1);

    await press("Check now");
    await expect(visit.page.getByText("The connection works")).toBeVisible();

    await open("/sandboxes/slack");
    await press("Make the next calls fail");
    await expect(visit.page.getByText("The next calls will fail")).toBeVisible();
    await press("Clear failures");
    await expect(visit.page.getByRole("button", { name: "Clear failures" })).toHaveCount(0);

    await open("/marketplace/slack");
    await press(/^Try it: /);
    await press("Fill in the example");
    await press("Run");
    await expect(visit.page.getByText("Done", { exact: true })).toBeVisible();

    await open("/marketplace/slack");
    await press("Disconnect");
    await press("Disconnect", visit.page.getByRole("alertdialog"));
    await expect(visit.page.getByText("Disconnected", { exact: true }).first()).toBeVisible();
  });

  test("who denies reads that nothing was connected", async () => {
    await open("/marketplace/mailchimp");
    await press("Connect Mailchimp");
    await press("Deny");
    await expect(visit.page).toHaveURL(/connect_error=denied/);
    await expect(visit.page.getByText("You chose Deny at Mailchimp")).toBeVisible();
  });

  test("what a form asks for goes along to the app's page", async () => {
    await open("/marketplace/shopify");
    await visit.page.getByLabel("Your shop's address").fill(`shop-${merchant}`);
    await press("Connect Shopify");
    await expect(visit.page.getByText(`shop-${merchant}.myshopify.com`)).toBeVisible();
  });

  test("keys that are filled in, or typed, connect an app", async () => {
    const { keys } = await read(visit.page, "/api/sandbox/providers/sendgrid");
    await open("/marketplace/sendgrid");
    await press("Fill in sandbox keys");
    await expect(visit.page.getByRole("textbox", { name: "API key" }).first()).toHaveValue(/^SG\./);
    await open("/marketplace/sendgrid");
    // What streams in is hidden for a moment, and its fields would be taken for folded away.
    await expect(visit.page.getByRole("button", { name: "Connect SendGrid" }).first()).toBeVisible();
    const [{ fields, labels }] = keys;
    for (const { name, title } of labels) {
      const box = visit.page.getByRole("textbox", { name: title }).first();
      if (await box.isVisible()) await box.fill(fields[name]);
    }
    await press("Connect SendGrid");
    await expect(visit.page).toHaveURL(/\/marketplace\/sendgrid\?connected=/);
    expect(await list(visit.page, "/api/integrations?provider=sendgrid")).toHaveLength(1);
  });

  test("the account that was chosen is the one that is connected", async () => {
    await open("/marketplace/sendgrid");
    await visit.page.getByRole("button", { name: "Connect another" }).first().click();
    const dialog = visit.page.getByRole("dialog");
    await dialog.getByRole("radio", { name: /^Your real account/ }).check();
    await visit.page.waitForLoadState("load");
    const form = dialog
      .locator("form")
      .filter({ has: visit.page.getByRole("button", { name: "Connect SendGrid" }) });
    const posted = await form.evaluate((element) => {
      if (!(element instanceof HTMLFormElement)) return [];
      return new FormData(element).getAll("environment");
    });
    expect(posted).toEqual(["live"]);
  });

  test("each of two forms goes with the account that was chosen in it, also when it comes back refused", async () => {
    await open("/marketplace/woocommerce");
    const typed = visit.page.locator("form").filter({ hasText: "Consumer key" });
    const chosenIn = () =>
      typed.evaluate((form) =>
        form instanceof HTMLFormElement ? new FormData(form).getAll("environment") : [],
      );
    await visit.page.getByText("Type the keys yourself").first().click();
    expect(await chosenIn()).toEqual(["sandbox"]);
    await typed.getByRole("radio", { name: "Your real account" }).check();
    expect(await chosenIn()).toEqual(["live"]);
    await press("Connect WooCommerce", typed);
    await expect(visit.page.getByText("Not connected yet")).toBeAttached();
    expect(await chosenIn()).toEqual(["live"]);
    await visit.page.waitForLoadState("load");
    expect(await chosenIn()).toEqual(["live"]);
  });
}
