import { type BrowserContext, type Page, type Route, test } from "@playwright/test";
import { testAccount } from "./before-scripts/account.ts";
import { testApps } from "./before-scripts/apps.ts";
import { testAutomations } from "./before-scripts/automations.ts";
import { testPayments } from "./before-scripts/payments.ts";
import type { Visit } from "./before-scripts/visit.ts";
import { testWebhooks } from "./before-scripts/webhooks.ts";
import type { MerchantName } from "./merchants.ts";
import { beginSignedIn } from "./sign-in.ts";

/** What a person on a slow line meets: a page whose scripts are not there yet, or never come. */
const modes = [
  { merchant: "scripts-late", name: "while scripts are held back for 3 s", handle: holdBack },
  { merchant: "scripts-lost", name: "where no script arrives", handle: (route: Route) => route.abort() },
] as const satisfies readonly { merchant: MerchantName; [option: string]: unknown }[];
const holdMs = 3_000;

// Each mode has a merchant of its own, and waits more than it works.
test.describe.configure({ mode: "parallel" });

for (const { merchant, name, handle } of modes) {
  test.describe(name, () => {
    test.describe.configure({ mode: "serial" });
    let page: Page;
    let context: BrowserContext;

    test.beforeAll(async ({ browser, baseURL }) => {
      context = await browser.newContext({ baseURL });
      await context.route("**/_next/static/**/*.js", handle);
      page = await context.newPage();
      await beginSignedIn(page, merchant);
    });
    test.afterAll(() => context.close());

    const visit: Visit = {
      merchant,
      get page() {
        return page;
      },
      open: (path) => page.goto(path, { waitUntil: "domcontentloaded" }),
      press: (label, place = page) => place.getByRole("button", { name: label }).first().click(),
    };
    testApps(visit);
    testWebhooks(visit);
    testAutomations(visit);
    testPayments(visit);
    // Signs out in the end.
    testAccount(visit);
  });
}

async function holdBack(route: Route): Promise<void> {
  await new Promise((done) => setTimeout(done, holdMs));
  // The page may have been left by then.
  await route.continue().catch(() => undefined);
}
