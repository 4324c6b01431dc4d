import type { SandboxAccountDesk, SandboxCommand } from "#lib/providers/sandbox-kit/contract.ts";
import { stamp } from "../global-ids.ts";
import { orderPayload } from "../payloads/order-payload.ts";
import { trackingUrl } from "../seed-orders.ts";
import type { OrderObject, Stored } from "../shop-objects.ts";
import { listOrders } from "../shop-side.ts";
import { notify } from "../webhooks.ts";
import { told } from "./told.ts";

export const fulfilNewest = {
  title: "Send the newest order, with a tracking number",
  run: async (desk) => {
    const open = (await listOrders(desk)).filter(
      ({ data }) => data.fulfilmentStatus === "UNFULFILLED" && data.cancelledAt === null,
    );
    const newest = open.sort((one, other) => other.data.number - one.data.number).at(0);
    if (!newest) return "Every order has been sent.";
    const { order, trackingNumber } = await fulfil(desk, newest);
    const topics = ["orders/fulfilled", "orders/updated"];
    const counts = await Promise.all(topics.map((topic) => notify(desk, topic, orderPayload(order))));
    const count = counts.reduce((sum, one) => sum + one, 0);
    return `Order #${order.data.number} is on its way as ${trackingNumber}. ${told(count)}`;
  },
} satisfies SandboxCommand;

async function fulfil(desk: SandboxAccountDesk, { id, data }: Stored<OrderObject>) {
  const number = await desk.store.next("fulfilment");
  const now = stamp(desk.now());
  const trackingNumber = `0034043416109403${String(number).padStart(4, "0")}`;
  const fulfilment = {
    id: String(4_212_300_001_000 + number),
    createdAt: now,
    displayStatus: "IN_TRANSIT",
    company: "DHL",
    number: trackingNumber,
    url: trackingUrl(trackingNumber),
  };
  const sent = {
    ...data,
    updatedAt: now,
    fulfilmentStatus: "FULFILLED",
    fulfilments: [...data.fulfilments, fulfilment],
  };
  await desk.store.put("order", id, sent);
  return { order: { id, data: sent }, trackingNumber };
}
