import { z } from "zod";
import type { SandboxStore } from "../../sandbox-kit/contract.ts";

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

/** By ID, or by name as chat.postMessage takes it; null where the bot cannot see one. */
export async function findChannel(store: SandboxStore, idOrName: string): Promise<Channel | null> {
  const name = idOrName.replace(/^#/, "");
  const channels = await store.list("channel", channelSchema);
  const found = channels.find(({ data }) => data.id === idOrName || data.name === name)?.data;
  // A private channel does not exist for those who are not in it.
  return found && (!found.is_private || found.is_member) ? found : null;
}
