import { failingBeforeToldMinutes, type HealthNotice } from "#lib/deliveries/health-notice.ts";
import { say } from "#lib/failures/say.ts";
import { findWebhook } from "./find-webhook.ts";

/** What people are told about a webhook's health. */
export const webhookHealth: HealthNotice = async (tx, { id, merchantId }, state) => {
  const { url, description, stateReason } = await findWebhook(tx, merchantId, id);
  const webhook = description || new URL(url).host;
  if (state === null) return { webhookId: id, said: say("notice_webhook_works", { webhook }) };
  if (state === "failing") {
    return {
      webhookId: id,
      said: say("notice_webhook_failing", { webhook, minutes: failingBeforeToldMinutes }),
    };
  }
  const reason = stateReason === "gone" ? "gone" : "failing";
  return { webhookId: id, said: say("notice_webhook_off", { webhook, reason }) };
};
