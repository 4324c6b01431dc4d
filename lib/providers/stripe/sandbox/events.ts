import { createHmac, randomBytes } from "node:crypto";
import type { SandboxAccount, SandboxAccountDesk } from "../../sandbox-contract.ts";
import { findAccountDocument } from "./account-document.ts";
import { olderAccountView } from "./account-view.ts";

/** The side of an account: of a command, or of a request that names one. */
type Side = Pick<SandboxAccountDesk, "app" | "send" | "appWebhookUrl" | "now"> & {
  account: SandboxAccount | null;
};

/**
 * Sends an event as Stripe does to a platform's endpoints: https://docs.stripe.com/webhooks, https://docs.stripe.com/connect/webhooks.
 * @param where platform: it happened to the platform's own object, so the event names no account
 * @returns how it was received
 */
export async function sendEvent(
  desk: Side,
  type: string,
  object: Record<string, unknown>,
  where: "account" | "platform" = "account",
): Promise<string> {
  const seconds = Math.floor(desk.now().getTime() / 1_000);
  const body = JSON.stringify({
    id: `evt_1${randomBytes(11).toString("hex")}`,
    object: "event",
    ...(where === "account" ? { account: desk.account?.externalId } : {}),
    api_version: "2026-07-29.dahlia",
    created: seconds,
    data: { object },
    livemode: false,
    pending_webhooks: 1,
    request: { id: null, idempotency_key: null },
    type,
  });
  const signature = createHmac("sha256", desk.app.signingSecret).update(`${seconds}.${body}`).digest("hex");
  const { status } = await desk.send({
    url: desk.appWebhookUrl,
    headers: {
      "content-type": "application/json; charset=utf-8",
      "stripe-signature": `t=${seconds},v1=${signature}`,
      "user-agent": "Stripe/1.0 (+https://stripe.com/docs/webhooks)",
    },
    body,
  });
  return status === null ? `nobody took ${type}` : `${type} was answered with ${status}`;
}

export async function accountUpdated(desk: SandboxAccountDesk): Promise<string> {
  const document = await findAccountDocument(desk.store);
  return sendEvent(desk, "account.updated", olderAccountView({ id: desk.account.externalId, document }));
}
