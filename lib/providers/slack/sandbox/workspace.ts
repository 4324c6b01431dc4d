import { z } from "zod";
import type { SandboxContext, SandboxStore } from "../../sandbox-kit/contract.ts";

const noteSchema = z.strictObject({ value: z.string(), creator: z.string(), last_set: z.number() });

/** https://docs.slack.dev/reference/objects/conversation-object; `is_member` is Patchbay's membership. */
export const channelSchema = z.looseObject({
  id: z.string(),
  name: z.string(),
  is_private: z.boolean(),
  is_archived: z.boolean(),
  is_general: z.boolean(),
  is_member: z.boolean(),
  num_members: z.number(),
  topic: noteSchema,
  purpose: noteSchema,
});

export type Channel = z.infer<typeof channelSchema>;

/** https://docs.slack.dev/reference/events/message, and the channel in which it stands. */
const messageSchema = z.looseObject({
  channel: z.string(),
  type: z.literal("message"),
  ts: z.string(),
  text: z.string(),
  metadata: z
    .strictObject({ event_type: z.string(), event_payload: z.record(z.string(), z.unknown()) })
    .optional(),
});

export type Message = z.infer<typeof messageSchema>;

/** Who Patchbay is in every workspace of the sandbox. */
export const bot = {
  userId: "U0PATCHBAY1",
  botId: "B0PATCHBAY1",
  appId: "A0PATCHBAY1",
  name: "Patchbay",
  handle: "patchbay",
} as const;

/** Who agrees on the consent page, and opened the channels. */
export const ownerUserId = "U0OWNER0001";

/** Where a workspace is found: its name, as the Slack that it imitates would write it in an address. */
export function workspaceUrl(label: string): string {
  const domain = label
    .toLowerCase()
    .normalize("NFKD")
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "");
  return `https://${domain || "workspace"}.slack.com/`;
}

/** Keeps a message under a `ts` that no other message of the workspace has, later than those before. */
export async function storeMessage(
  context: SandboxContext,
  channel: string,
  content: { text: string; [field: string]: unknown },
): Promise<Message> {
  const seconds = Math.floor(context.now().getTime() / 1_000);
  const ts = `${seconds}.${String(await context.store.next("message")).padStart(6, "0")}`;
  const message = messageSchema.parse({ ...content, channel, type: "message", ts });
  await context.store.put("message", `${channel}-${ts}`, message);
  return message;
}

/** Of one channel, newest first. */
export async function listMessages(context: SandboxContext, channel: string): Promise<Message[]> {
  const messages = await context.store.list("message", messageSchema);
  return messages
    .map(({ data }) => data)
    .filter((message) => message.channel === channel)
    .reverse();
}

/** By ID, or by name as chat.postMessage takes it; null where the bot cannot see one. */
export async function findChannel(store: SandboxStore, idOrName: string): Promise<Channel | null> {
  const name = idOrName.replace(/^#/, "");
  const channels = await store.list("channel", channelSchema);
  const found = channels.find(({ data }) => data.id === idOrName || data.name === name)?.data;
  // A private channel does not exist for those who are not in it.
  return found && (!found.is_private || found.is_member) ? found : null;
}
