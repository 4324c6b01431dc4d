import { createHmac, randomBytes } from "node:crypto";
import type { SandboxAccountContext, SandboxCommand } from "../../sandbox-kit/contract.ts";
import { sentText } from "../../sandbox-kit/sent.ts";
import { bot, channelSchema } from "./workspace.ts";

const tokensRevoked = { type: "tokens_revoked", tokens: { oauth: [], bot: [bot.userId] } };

/** What happens in a workspace without Patchbay: https://docs.slack.dev/reference/events/app_uninstalled */
export const commands: Readonly<Record<string, SandboxCommand>> = {
  "archive-kitchen": {
    title: "Archive the channel #kitchen",
    run: (context) => changeChannel(context, "C0KITCHEN01", { is_archived: true }, "is archived"),
  },
  "restore-kitchen": {
    title: "Restore the channel #kitchen",
    run: (context) => changeChannel(context, "C0KITCHEN01", { is_archived: false }, "is open again"),
  },
  "leave-orders": {
    title: "Take Patchbay out of #orders",
    run: (context) => changeChannel(context, "C0ORDERS001", { is_member: false }, "is without Patchbay"),
  },
  "revoke-tokens": {
    title: "Revoke Patchbay's tokens",
    run: async (context) => {
      const told = await sendEvent(context, tokensRevoked);
      await context.revokeAll();
      return `No token of ${context.account.label} is good any more; ${told}.`;
    },
  },
  "uninstall-app": {
    title: "Remove Patchbay from the workspace",
    run: async (context) => {
      const told = [
        await sendEvent(context, { type: "app_uninstalled" }),
        await sendEvent(context, tokensRevoked),
      ];
      await context.revokeAll();
      return `Patchbay is no longer in ${context.account.label}; ${told.join(", ")}.`;
    },
  },
};

async function changeChannel(
  { store }: SandboxAccountContext,
  id: string,
  change: { is_archived?: boolean; is_member?: boolean },
  outcome: string,
): Promise<string> {
  const channel = await store.get("channel", id, channelSchema);
  if (!channel) return "There is no such channel in this workspace any more.";
  const hasLeft = channel.is_member && change.is_member === false;
  const num_members = hasLeft ? channel.num_members - 1 : channel.num_members;
  await store.put("channel", id, { ...channel, ...change, num_members });
  return `#${channel.name} ${outcome}.`;
}

/**
 * Sends an event to the app's request URL, signed: https://docs.slack.dev/apis/events-api and
 * https://docs.slack.dev/authentication/verifying-requests-from-slack
 * @returns how it was answered, in words
 */
async function sendEvent(context: SandboxAccountContext, event: { type: string }): Promise<string> {
  const seconds = Math.floor(context.now().getTime() / 1_000);
  const body = JSON.stringify({
    token: "ZZZZZZWSxiZZZ2yIvs3peJ",
    team_id: context.account.externalId,
    api_app_id: bot.appId,
    event: { ...event, event_ts: `${seconds}.000000` },
    type: "event_callback",
    authorizations: [
      {
        enterprise_id: null,
        team_id: context.account.externalId,
        user_id: bot.userId,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    is_ext_shared_channel: false,
    event_id: `Ev0${randomBytes(5).toString("hex").toUpperCase()}`,
    event_time: seconds,
  });
  const { status } = await context.sendFirst({
    url: context.appWebhookUrl,
    headers: {
      "content-type": "application/json",
      "user-agent": "Slackbot 1.0 (+https://api.slack.com/robots)",
      "x-slack-request-timestamp": String(seconds),
      "x-slack-signature": sign(context.app.signingSecret, seconds, body),
    },
    body,
  });
  return sentText(event.type, status);
}

function sign(secret: string, seconds: number, body: string): string {
  return `v0=${createHmac("sha256", secret).update(`v0:${seconds}:${body}`).digest("hex")}`;
}
