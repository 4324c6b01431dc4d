import { expect, test } from "@playwright/test";
import { beginSignedIn } from "./sign-in.ts";
import { untilAlive } from "./until-alive.ts";

// Regression: each of thirty links in sight had its page prepared, at two requests each.
test("a page is prepared once a person points at its link, and no other is", async ({ page }) => {
  const prepared = new Set<string>();
  page.on("request", (request) => {
    if (request.headers()["next-router-prefetch"] !== undefined)
      prepared.add(new URL(request.url()).pathname);
  });
  await beginSignedIn(page);
  await page.goto("/webhooks");
  await untilAlive(page);
  await page.getByRole("link", { name: "Deliveries", exact: true }).first().hover();
  await expect.poll(() => [...prepared]).toEqual(["/deliveries"]);
});
