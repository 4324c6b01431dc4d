import { expect, test } from "@playwright/test";
import { orderPaid } from "#lib/events/catalogue/orders.ts";
import { createWebhook, list, read, send } from "../ask.ts";
import type { Visit } from "./visit.ts";

/** A webhook is made, changed, tested, paused and deleted, and a delivery is sent again. */
export function testWebhooks(visit: Visit): void {
  const { open, press } = visit;

  test("a test inbox is made and told to fail; a webhook is tested, paused, resumed and deleted", async () => {
    await open("/test-inboxes");
    await press("Create inbox");
    await visit.page.getByLabel("Name").fill("Bar");
    await press("Create inbox", visit.page.getByRole("dialog"));
    await expect(visit.page.getByRole("heading", { level: 1 })).toHaveText("Bar");
    await press(/^Fail/);
    await expect(visit.page.getByText("Fails with 500")).toBeVisible();
    await press(/^Accept/);
    await expect(visit.page.getByText("Accepts with 200")).toBeVisible();

    const [inbox] = await list(visit.page, "/api/sandbox/inboxes");
    const id = await createWebhook(visit.page, inbox?.url);
    await open(`/webhooks/${id}`);
    await press("Send test");
    await expect(visit.page.getByText("The endpoint accepted it (200).").first()).toBeVisible();
    expect(await list(visit.page, `/api/deliveries?webhookId=${id}`)).toHaveLength(1);
    await press("Pause");
    await press("Pause", visit.page.getByRole("alertdialog"));
    await expect(visit.page.getByText("Paused: nothing is sent")).toBeVisible();
    await send(visit.page, "POST", "/api/events", { type: "order.paid", data: orderPaid.example });
    await open(`/webhooks/${id}`);
    await expect(visit.page.getByText("1 delivery is held, and sent when you resume it.")).toBeVisible();
    await press("Resume");
    await press("Resume", visit.page.getByRole("alertdialog"));
    await expect(visit.page.getByRole("button", { name: "Pause" }).first()).toBeVisible();
    const delivered = `/api/deliveries?webhookId=${id}&status=delivered&isTest=false`;
    await expect.poll(async () => (await list(visit.page, delivered)).length).toBe(1);
    await press("Delete");
    await press("Delete webhook", visit.page.getByRole("alertdialog"));
    await expect(visit.page).toHaveURL("/webhooks");
    expect(await list(visit.page, "/api/webhooks")).toEqual([]);
  });

  test("a webhook is made and changed; what was typed comes back where it is refused", async () => {
    const [inbox] = await list(visit.page, "/api/sandbox/inboxes");
    await open("/webhooks/new");
    await visit.page.getByLabel("URL").fill("https://169.254.169.254/latest");
    await visit.page.getByLabel("Description").fill("Kitchen");
    await visit.page.getByRole("checkbox", { name: /^Order paid/ }).check();
    await visit.page.getByRole("radio", { name: /^Basic/ }).check();
    await visit.page.getByRole("textbox", { name: "User name" }).fill("ana");
    await press("Create webhook");
    await expect(visit.page.getByText("This was not saved")).toBeVisible();
    await expect(visit.page.getByLabel("URL")).toHaveValue("https://169.254.169.254/latest");
    await expect(visit.page.getByLabel("Description")).toHaveValue("Kitchen");
    await expect(visit.page.getByRole("textbox", { name: "User name" })).toHaveValue("ana");
    await visit.page.getByLabel("URL").fill(inbox?.url ?? "");
    await press("Create webhook");
    await expect(visit.page).toHaveURL(/\/webhooks\/wh_\w+\?created=1/);
    const [made] = await list(visit.page, "/api/webhooks");
    expect(made).toMatchObject({
      url: inbox?.url,
      description: "Kitchen",
      eventTypes: ["order.paid"],
      auth: { type: "basic", username: "ana" },
    });

    await open(`/webhooks/${made?.id}/edit`);
    await visit.page.getByLabel("Description").fill("Bar");
    await press("Save changes");
    await expect(visit.page).toHaveURL(`/webhooks/${made?.id}`);
    const [changed] = await list(visit.page, "/api/webhooks");
    expect(changed).toEqual({ ...made, description: "Bar", updatedAt: expect.any(String) });
  });

  test("a delivery is sent again, once", async () => {
    const [inbox] = await list(visit.page, "/api/sandbox/inboxes");
    await createWebhook(visit.page, inbox?.url);
    const { data } = await send(visit.page, "POST", "/api/events", {
      type: "order.paid",
      data: orderPaid.example,
    });
    const findDelivery = async () => (await list(visit.page, `/api/deliveries?eventId=${data[0].id}`))[0];
    await expect.poll(async () => (await findDelivery())?.status).toBe("delivered");
    const { id } = (await findDelivery()) ?? {};
    await open(`/deliveries/${id}`);
    await press("Send again");
    await expect(visit.page.getByText(/Attempt 2/)).toBeVisible();
    await visit.page.waitForLoadState("load");
    await expect.poll(async () => (await findDelivery())?.status).toBe("delivered");
    expect((await read(visit.page, `/api/deliveries/${id}`)).attempts).toBe(2);
  });
}
