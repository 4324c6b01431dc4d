import { expect, test } from "@playwright/test";
import { orderPaid } from "#lib/events/catalogue/orders.ts";
import { list, send } from "../ask.ts";
import type { Visit } from "./visit.ts";

/** An automation is paused and resumed, and a step of it approved. */
export function testAutomations(visit: Visit): void {
  const { open, press } = visit;

  test("an automation is paused and resumed, and what it prepared is approved", async () => {
    await open("/marketplace/slack");
    await press("Connect Slack");
    await press("Allow");
    await expect(visit.page).toHaveURL(/\/marketplace\/slack\?connected=/);
    const [slack] = (await list(visit.page, "/api/integrations?provider=slack")).filter(
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
    const made = await send(visit.page, "POST", "/api/automations", {
      name: "Kitchen",
      eventType: "order.paid",
      steps: [message],
    });
    await send(visit.page, "POST", `/api/automations/${made.id}/publish`, { revision: made.revision });

    await open(`/automations/${made.id}`);
    await press("Pause");
    await press("Pause", visit.page.getByRole("alertdialog"));
    await expect(visit.page.getByText("New events are held")).toBeVisible();
    await press("Resume");
    await press("Resume", visit.page.getByRole("alertdialog"));
    await expect(visit.page.getByRole("button", { name: "Pause" }).first()).toBeVisible();

    await send(visit.page, "POST", "/api/events", { type: "order.paid", data: orderPaid.example });
    const runs = `/api/automations/${made.id}/runs`;
    await expect.poll(async () => (await list(visit.page, runs))[0]?.heldFor).toBe("review");
    const [run] = await list(visit.page, runs);
    await open(`/deliveries/${run?.id}`);
    await press("Approve: Send a message");
    await expect.poll(async () => (await list(visit.page, runs))[0]?.status).toBe("delivered");

    await open(`/automations/${made.id}`);
    await press("Delete");
    await press("Delete automation", visit.page.getByRole("alertdialog"));
    await expect(visit.page).toHaveURL("/automations");
  });
}
