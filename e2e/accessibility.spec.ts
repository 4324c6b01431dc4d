import { expect, test } from "@playwright/test";
import { list } from "./ask.ts";
import { expectReadable } from "./axe.ts";
import { beginSignedIn } from "./sign-in.ts";
import { untilAlive } from "./until-alive.ts";

test.describe.configure({ mode: "parallel" });

/** Those that a test goes through one after the other, signed in. */
const groups: Readonly<Record<string, readonly string[]>> = {
  "what is sent": [
    "/",
    "/webhooks",
    "/webhooks/new",
    "/deliveries",
    "/events",
    "/test-inboxes",
    "/event-types",
  ],
  "what happened": ["/event-types/order.paid", "/notices", "/settings", "/api-keys"],
  money: [
    "/payments",
    "/payments/charges",
    "/payments/charges/new",
    "/payments/payouts",
    "/payments/disputes",
    "/payments/reconciliation",
    "/payments/entries",
    "/payments/sales",
    "/paid",
  ],
  apps: ["/marketplace", "/marketplace/custom-webhook", "/marketplace/slack", "/marketplace/woocommerce"],
  connections: [
    "/marketplace/zapier",
    "/app-versions",
    "/sandboxes",
    "/sandboxes/slack",
    "/sandboxes/paypal",
    "/integrations",
    "/automations",
    "/automations/new",
    "/recipes",
    "/recipes/kitchen-messages",
    "/recipes/restaurant-orders",
  ],
};
const beforeSigningIn = ["/sign-in", "/sign-up", "/forgot-password", "/reset-password?token=over"];

test.describe("axe finds nothing serious on a phone and a desktop, light and dark:", () => {
  // A machine that is busy takes its time.
  test.describe.configure({ timeout: 300_000 });
  // Without reduced motion, colours would be measured on their way from light to dark.
  test.use({ reducedMotion: "reduce" });

  test("before signing in", async ({ page }) => {
    for (const path of beforeSigningIn) await expectReadable(page, path);
  });

  for (const [group, paths] of Object.entries(groups)) {
    test(group, async ({ page }) => {
      await beginSignedIn(page);
      const details = group === "what happened" ? await detailPages(page) : [];
      for (const path of [...paths, ...details]) await expectReadable(page, path);
    });
  }
});

type Page = import("@playwright/test").Page;

async function detailPages(page: Page): Promise<string[]> {
  const lists = { webhooks: "/api/webhooks", deliveries: "/api/deliveries", events: "/api/events" };
  const paths = Object.entries(lists).map(async ([place, address]) => {
    const [newest] = await list(page, address);
    return newest ? [`/${place}/${newest.id}`] : [];
  });
  return (await Promise.all(paths)).flat();
}

test("the keyboard is enough: skip link, / for search, j and Enter through a list", async ({ page }) => {
  await beginSignedIn(page);
  await page.goto("/webhooks", { waitUntil: "networkidle" });
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: /skip/i })).toBeFocused();
  await untilAlive(page);
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/webhooks\/wh_/);
});
