import { createHmac } from "node:crypto";
import type { SandboxSend } from "../../../sandbox-kit/contract.ts";
import { type DeliveryMode, deliveryMode } from "../account-document.ts";
import type { Side } from "../work.ts";
import { type EventDocument, eventDocument, toThinEvent } from "./event.ts";

type Sender = Pick<Side, "app" | "appWebhookUrl">;

/**
 * Keeps back at once what is to be kept back, so that a command finds it.
 * @returns sends the others to the platform's endpoints, and says how each was received: https://docs.stripe.com/webhooks,
 * https://docs.stripe.com/connect/webhooks
 */
export async function prepareDelivery(
  context: Side,
  mode: DeliveryMode | undefined,
  events: readonly EventDocument[],
  inOrder: boolean,
): Promise<(send: SandboxSend) => Promise<string[]>> {
  const { style, ...own } = mode ?? deliveryMode.parse({});
  const sent = events.filter((event) => isSent(own, event));
  const held = events.filter((event) => !isSent(own, event) && own.mode === "hold");
  for (const event of held) {
    await context.store.put(":held_event", event.id, event, { at: event.created });
  }
  const messages = sent.flatMap((event) =>
    Array.from({ length: concerns(own, event) ? own.times : 1 }, () => event),
  );
  return async (send) => {
    if (!inOrder) return Promise.all(messages.map((event) => sendEvent(context, send, event, style)));
    const said: string[] = [];
    for (const event of messages) said.push(await sendEvent(context, send, event, style));
    return said;
  };
}

function concerns({ types }: Pick<DeliveryMode, "types">, { type }: EventDocument): boolean {
  return types === undefined || types.includes(type);
}

function isSent(mode: Pick<DeliveryMode, "mode" | "types">, event: EventDocument): boolean {
  return mode.mode === "send" || !concerns(mode, event);
}

/** Those that are held, in the order in which they came. */
export async function listHeld({ store }: Pick<Side, "store">): Promise<EventDocument[]> {
  return (await store.list(":held_event", eventDocument)).map(({ data }) => data);
}

/** The signature is of this moment, whatever the account's clock says: a receiver compares it with its own. */
export async function sendEvent(
  context: Sender,
  send: SandboxSend,
  event: EventDocument,
  style: DeliveryMode["style"] = "snapshot",
): Promise<string> {
  const bodies = [
    ...(style === "thin" ? [] : [JSON.stringify(event)]),
    ...(style === "snapshot" ? [] : [JSON.stringify(toThinEvent(event))]),
  ];
  const statuses = await Promise.all(bodies.map((body) => sendBody(context, send, body)));
  return statuses.every((status) => status === null)
    ? `nobody took ${event.type}`
    : `${event.type} was answered with ${statuses.join(", ")}`;
}

async function sendBody(context: Sender, send: SandboxSend, body: string): Promise<number | null> {
  const seconds = Math.floor(Date.now() / 1_000);
  const signature = createHmac("sha256", context.app.signingSecret)
    .update(`${seconds}.${body}`)
    .digest("hex");
  const { status } = await send({
    url: context.appWebhookUrl,
    headers: {
      "content-type": "application/json; charset=utf-8",
      "stripe-signature": `t=${seconds},v1=${signature}`,
      "user-agent": "Stripe/1.0 (+https://stripe.com/docs/webhooks)",
    },
    body,
  });
  return status;
}
