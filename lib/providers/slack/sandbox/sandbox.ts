import type { ProviderSandbox, SandboxReply } from "../../sandbox-kit/contract.ts";
import { badArguments, refusal, refuse, scopeRefusal } from "./answers.ts";
import { method, readCredential } from "./api.ts";
import { commands } from "./commands.ts";
import { conversationsJoin, conversationsList } from "./conversations.ts";
import { authRevoke, authTest, consentRoutes } from "./oauth.ts";
import { postMessage } from "./post-message.ts";
import { newAccount } from "./seed.ts";
import { findChannel, listMessages, type Message } from "./workspace.ts";

const timestampForm = /^\d+(\.\d+)?$/;

/** https://docs.slack.dev/reference/methods/conversations.history, as for an app of Slack's Marketplace. */
const conversationsHistory = method(
  "conversations.history",
  ["channels:history", "groups:history"],
  async ({ context, values, ok }): Promise<SandboxReply> => {
    const id = values.text("channel");
    if (id === undefined) return badArguments("missing required field: channel");
    const limit = Number(values.text("limit") ?? "100");
    if (!Number.isInteger(limit) || limit < 1 || limit > 999) return refusal("invalid_limit");
    const [oldest, latest] = [values.text("oldest"), values.text("latest")];
    if (oldest !== undefined && !timestampForm.test(oldest)) return refusal("invalid_ts_oldest");
    if (latest !== undefined && !timestampForm.test(latest)) return refusal("invalid_ts_latest");
    const channel = await findChannel(context.store, id);
    if (!channel || channel.id !== id) return refusal("channel_not_found");
    const lacking = scopeRefusal(context, channel.is_private ? "groups:history" : "channels:history");
    if (lacking) return lacking;
    if (!channel.is_member) return refusal("not_in_channel");
    const isWithin = withinTimes(oldest, latest, values.flag("inclusive"));
    const messages = (await listMessages(context, id)).filter(isWithin);
    const start = findPlace(values.text("cursor"), messages);
    if (start === null) return refusal("invalid_cursor");
    const next = messages[start + limit];
    const areAllShown = values.flag("include_all_metadata");
    return ok({
      ...(latest === undefined ? {} : { latest }),
      messages: messages.slice(start, start + limit).map((message) => show(message, areAllShown)),
      has_more: next !== undefined,
      pin_count: 0,
      channel_actions_ts: null,
      channel_actions_count: 0,
      ...(next ? { response_metadata: { next_cursor: cursorAt(next) } } : {}),
    });
  },
);

/** Slack as its documentation describes it: https://docs.slack.dev/apis/web-api. How often it is called does not count. */
export const sandbox = {
  hosts: ["slack.com"],
  newAccount,
  readCredential,
  routes: [
    ...consentRoutes,
    authTest,
    authRevoke,
    conversationsList,
    conversationsJoin,
    conversationsHistory,
    postMessage,
  ],
  refuse,
  commands,
} satisfies ProviderSandbox;

/** https://docs.slack.dev/messaging/message-metadata: who does not ask for all of it gets the type only. */
function show({ channel: _, metadata, ...message }: Message, areAllShown: boolean): object {
  if (!metadata) return message;
  return { ...message, metadata: areAllShown ? metadata : { event_type: metadata.event_type } };
}

function withinTimes(oldest: string | undefined, latest: string | undefined, isInclusive: boolean) {
  return ({ ts }: Message) => {
    const isEdge = ts === oldest || ts === latest;
    if (isEdge) return isInclusive;
    return Number(ts) > Number(oldest ?? "0") && (latest === undefined || Number(ts) < Number(latest));
  };
}

function cursorAt({ ts }: Message): string {
  return Buffer.from(`next_ts:${ts.replace(".", "")}`).toString("base64");
}

function findPlace(cursor: string | undefined, messages: readonly Message[]): number | null {
  if (cursor === undefined) return 0;
  const place = messages.findIndex((message) => cursorAt(message) === cursor);
  return place === -1 ? null : place;
}
