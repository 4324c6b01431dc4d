import { createHmac, randomBytes } from "node:crypto";
import type { SandboxAccountDesk } from "../../sandbox-kit/contract.ts";
import { bot } from "./workspace.ts";

/**
 * Sends an event to the app's request URL, signed: https://docs.slack.dev/apis/events-api and
 * https://docs.slack.dev/authentication/verifying-requests-from-slack
 * @returns how it was answered, in words
 */
export async function sendEvent(desk: SandboxAccountDesk, event: { type: string }): Promise<string> {
  const seconds = Math.floor(desk.now().getTime() / 1_000);
  const body = JSON.stringify({
    token: "ZZZZZZWSxiZZZ2yIvs3peJ",
    team_id: desk.account.externalId,
    api_app_id: bot.appId,
    event: { ...event, event_ts: `${seconds}.000000` },
    type: "event_callback",
    authorizations: [
      {
        enterprise_id: null,
        team_id: desk.account.externalId,
        user_id: bot.userId,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    is_ext_shared_channel: false,
    event_id: `Ev0${randomBytes(5).toString("hex").toUpperCase()}`,
    event_time: seconds,
  });
  const { status } = await desk.send({
    url: desk.appWebhookUrl,
    headers: {
      "content-type": "application/json",
      "user-agent": "Slackbot 1.0 (+https://api.slack.com/robots)",
      "x-slack-request-timestamp": String(seconds),
      "x-slack-signature": sign(desk.app.signingSecret, seconds, body),
    },
    body,
  });
  return status === null
    ? `${event.type} was sent, and nobody answered`
    : `${event.type} was sent and answered with ${status}`;
}

function sign(secret: string, seconds: number, body: string): string {
  return `v0=${createHmac("sha256", secret).update(`v0:${seconds}:${body}`).digest("hex")}`;
}
