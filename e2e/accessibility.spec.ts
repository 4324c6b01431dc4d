import { expect, test } from "@playwright/test";
import { expectNoSidewaysScroll, expectNothingSerious, expectReadableColours } from "./axe.ts";
import { signIn } from "./sign-in.ts";

test.describe.configure({ mode: "parallel" });

const pages = [
  "/",
  "/webhooks",
  "/webhooks/new",
  "/deliveries",
  "/events",
  "/marketplace",
  "/marketplace/custom-webhook",
  "/marketplace/slack",
  "/marketplace/woocommerce",
  "/marketplace/zapier",
  "/app-versions",
  "/notices",
  "/sandboxes",
  "/sandboxes/slack",
  "/sandboxes/paypal",
  "/integrations",
  "/event-types",
  "/event-types/order.paid",
  "/api-keys",
  "/settings",
  "/test-inboxes",
];

for (const [name, viewport] of [
  ["phone", { width: 390, height: 844 }],
  ["desktop", { width: 1440, height: 900 }],
] as const) {
  test(`axe finds nothing serious on a ${name}, light and dark`, async ({ browser, baseURL }) => {
    test.setTimeout(360_000);
    // Without reduced motion, colours would be measured on their way from light to dark.
    const context = await browser.newContext({ viewport, baseURL, reducedMotion: "reduce" });
    const page = await context.newPage();
    const look = async () => {
      await page.emulateMedia({ colorScheme: "light" });
      await expectNothingSerious(page);
      await expectNoSidewaysScroll(page);
      await page.emulateMedia({ colorScheme: "dark" });
      expect(await page.evaluate(() => matchMedia("(prefers-color-scheme: dark)").matches)).toBe(true);
      await expectReadableColours(page);
    };
    for (const path of ["/sign-in", "/sign-up", "/forgot-password", "/reset-password?token=over"]) {
      await page.goto(path);
      await look();
    }
    await signIn(page);
    const details = await detailPages(page);
    for (const path of [...pages, ...details]) {
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await look();
    }
    await context.close();
  });
}

type Page = import("@playwright/test").Page;

async function detailPages(page: Page): Promise<string[]> {
  const lists = { webhooks: "/api/webhooks", deliveries: "/api/deliveries", events: "/api/events" };
  const paths = Object.entries(lists).map(async ([place, address]) => {
    const { data } = await (await page.request.get(address)).json();
    return data[0] ? [`/${place}/${data[0].id}`] : [];
  });
  return (await Promise.all(paths)).flat();
}

test("the keyboard is enough: skip link, / for search, j and Enter through a list", async ({ page }) => {
  await signIn(page);
  await page.goto("/webhooks", { waitUntil: "networkidle" });
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: /skip/i })).toBeFocused();
  // Keys are heard once the page's scripts have taken over.
  await expect(async () => {
    await page.keyboard.press("/");
    await expect(page.getByRole("searchbox")).toBeFocused({ timeout: 500 });
  }).toPass();
  await page.getByRole("searchbox").blur();
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/webhooks\/wh_/);
});
