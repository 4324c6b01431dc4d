import type { ToldState } from "#lib/deliveries/health-to-tell.ts";
import type { Message } from "#lib/failures/message.ts";
import type { NoticeCode } from "#lib/failures/notice-messages.ts";
import { say } from "#lib/failures/say.ts";

type ToldWebhook = {
  url: string;
  description: string;
  stateReason: "gone" | "failing" | "manual" | null;
};

/**
 * What people are told about a webhook's health.
 * @param state null = it works again
 * @param minutes for how long it has failed at least
 */
export function healthNotice(
  webhook: ToldWebhook,
  state: ToldState | null,
  minutes: number,
): Message & { code: NoticeCode } {
  const name = webhook.description || new URL(webhook.url).host;
  if (state === null) return say("notice_webhook_works", { webhook: name });
  if (state === "failing") return say("notice_webhook_failing", { webhook: name, minutes });
  const reason = webhook.stateReason === "gone" ? "gone" : "failing";
  return say("notice_webhook_off", { webhook: name, reason });
}
