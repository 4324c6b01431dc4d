import { lookUp } from "#lib/look-up.ts";
import type { SandboxContext, SandboxReply } from "../../sandbox-kit/contract.ts";
import { badArguments, refusal, scopeRefusal } from "./answers.ts";
import { method } from "./api.ts";
import { bot, type Channel, channelSchema, findChannel, storeMessage } from "./workspace.ts";

const scopeOfType: Readonly<Record<string, string>> = {
  public_channel: "channels:read",
  private_channel: "groups:read",
  mpim: "mpim:read",
  im: "im:read",
};

/** https://docs.slack.dev/reference/methods/conversations.list */
export const conversationsList = method(
  "conversations.list",
  Object.values(scopeOfType),
  async ({ context, values, ok }) => {
    const types = (values.text("types") ?? "public_channel").split(",").map((type) => type.trim());
    const limit = Number(values.text("limit") ?? "100");
    if (!Number.isInteger(limit) || limit < 1 || limit > 1_000) return refusal("invalid_limit");
    const refused = typeRefusal(context, types);
    if (refused) return refused;
    const channels = await context.store.list("channel", channelSchema);
    const listed = channels.map(({ data }) => data).filter((channel) => isOfTypes(channel, types));
    const start = findPlace(values.text("cursor"), listed);
    if (start === null) return refusal("invalid_cursor");
    const page = listed.slice(start, start + limit);
    const next = listed[start + limit];
    const isShown = (channel: Channel) => !(values.flag("exclude_archived") && channel.is_archived);
    return ok({
      // Archived channels leave their gaps: a page may be shorter than asked, and not the last.
      channels: page.filter(isShown),
      response_metadata: { next_cursor: next ? cursorAt(next) : "" },
    });
  },
);

/** https://docs.slack.dev/reference/methods/conversations.join */
export const conversationsJoin = method(
  "conversations.join",
  ["channels:join"],
  async ({ context, values, ok }) => {
    const id = values.text("channel");
    if (id === undefined) return badArguments("missing required field: channel");
    const channel = await findChannel(context.store, id);
    if (!channel || channel.id !== id) return refusal("channel_not_found");
    if (channel.is_private) return refusal("method_not_supported_for_channel_type");
    if (channel.is_archived) return refusal("is_archived");
    if (channel.is_member) {
      const warning = "already_in_channel";
      return ok({ channel, warning, response_metadata: { warnings: [warning] } });
    }
    const joined = { ...channel, is_member: true, num_members: channel.num_members + 1 };
    await context.store.put("channel", id, joined);
    await storeMessage(context, id, {
      subtype: "channel_join",
      user: bot.userId,
      text: `<@${bot.userId}> has joined the channel`,
    });
    return ok({ channel: joined });
  },
);

function typeRefusal(context: SandboxContext, types: readonly string[]): SandboxReply | null {
  for (const type of types) {
    const scope = lookUp(scopeOfType, type);
    if (scope === undefined) return refusal("invalid_types");
    const lacking = scopeRefusal(context, scope);
    if (lacking) return lacking;
  }
  return null;
}

function isOfTypes({ is_private, is_member }: Channel, types: readonly string[]): boolean {
  return is_private ? is_member && types.includes("private_channel") : types.includes("public_channel");
}

function cursorAt({ id }: Channel): string {
  return Buffer.from(`team:${id}`).toString("base64");
}

function findPlace(cursor: string | undefined, listed: readonly Channel[]): number | null {
  if (cursor === undefined) return 0;
  const place = listed.findIndex((channel) => cursorAt(channel) === cursor);
  return place === -1 ? null : place;
}
