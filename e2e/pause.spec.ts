import { expect, type Page, test } from "@playwright/test";
import { orderPaid } from "#lib/events/catalogue/orders.ts";
import { read } from "./ask.ts";
import { expectNoSidewaysScroll, expectNothingSerious } from "./axe.ts";
import { beginSignedIn } from "./sign-in.ts";

test.use({ viewport: { width: 390, height: 844 } });

/** Fit for a phone, and for whoever hears the page. */
async function expectGood(page: Page): Promise<void> {
  await expectNothingSerious(page);
  await expectNoSidewaysScroll(page);
}

async function post(page: Page, path: string, data: unknown) {
  const headers = { origin: new URL(page.url()).origin };
  const answer = await page.request.post(path, { headers, data });
  expect(answer.status()).toBeLessThan(300);
  return answer.json();
}

async function list(page: Page, path: string) {
  return (await read(page, path)).data;
}

function sendOrder(page: Page, number: string) {
  return post(page, "/api/events", { type: "order.paid", data: { ...orderPaid.example, number } });
}

test("a paused webhook loses nothing: what happens is held, shown, and arrives in order when it is resumed", async ({
  page,
}) => {
  test.setTimeout(240_000);
  await beginSignedIn(page, "pause");
  await page.goto("/test-inboxes");
  await page.getByRole("button", { name: "Create inbox" }).first().click();
  await page.getByLabel("Name").fill("Bar");
  await page.getByRole("dialog").getByRole("button", { name: "Create inbox" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Bar");
  const [inbox] = await list(page, "/api/sandbox/inboxes");
  const webhook = { url: inbox.url, eventTypes: ["*"], description: "Bar" };
  const { id } = await post(page, "/api/webhooks", webhook);

  await page.goto(`/webhooks/${id}`);
  await page.getByRole("button", { name: "Pause" }).click();
  await expectGood(page);
  await page.getByRole("alertdialog").getByRole("button", { name: "Pause" }).click();
  await expect(page.getByText("Paused: nothing is sent")).toBeVisible();
  await expect(page.getByText("New events are held, and sent when you resume it.")).toBeVisible();
  await expect(page.getByText("Each is held for 14 days at most.")).toBeVisible();
  await expectGood(page);

  const numbers = ["PAUSE-1", "PAUSE-2", "PAUSE-3"];
  for (const number of numbers) await sendOrder(page, number);
  await page.reload();
  await expect(page.getByText("3 deliveries are held, and sent when you resume it.")).toBeVisible();
  await expect(
    page.getByText(/^Each is held.*The first of the 3 deliveries fails on .* \(in 13 d\)/),
  ).toBeVisible();
  await expect(page.getByText("held until it is resumed")).toBeVisible();
  await expectGood(page);

  await page.goto("/");
  await expect(page.getByText("Your webhook is paused")).toBeVisible();
  await expect(page.getByText("3 deliveries are held, and sent when you resume it.")).toBeVisible();
  await expectGood(page);
  await page.getByRole("link", { name: "See it" }).click();
  await expect(page).toHaveURL("/webhooks?status=paused");
  await expect(page.getByRole("row", { name: /Bar/ })).toContainText("Paused");
  await expectGood(page);

  const [held] = await list(page, `/api/deliveries?webhookId=${id}&status=held`);
  await page.goto(`/events/${held.eventId}`);
  await expect(page.getByText(/^Held: the webhook is paused\./)).toBeVisible();
  await expectGood(page);
  await page.goto(`/deliveries/${held.id}`);
  await expect(page.getByText("Held: the webhook Bar is paused")).toBeVisible();
  await expect(page.getByText(/^It is held until .*After that it fails and is not sent\.$/)).toBeVisible();
  await expectGood(page);
  expect(await list(page, `/api/sandbox/inboxes/${inbox.id}/requests`)).toEqual([]);

  await page.getByRole("link", { name: "Open webhook to resume it" }).click();
  await page.getByRole("button", { name: "Resume" }).click();
  await expect(
    page.getByText("3 held deliveries are sent, the oldest first, and then new events."),
  ).toBeVisible();
  await expectGood(page);
  await page.getByRole("alertdialog").getByRole("button", { name: "Resume" }).click();
  await expect(page.getByText("Paused: nothing is sent")).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Pause" })).toBeVisible();
  const received = async () =>
    (await list(page, `/api/sandbox/inboxes/${inbox.id}/requests`)).map(
      ({ body }: { body: string }) => JSON.parse(body).data.number,
    );
  await expect.poll(received).toEqual(numbers.toReversed());
});
