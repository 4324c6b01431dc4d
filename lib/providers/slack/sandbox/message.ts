import { z } from "zod";
import type { SandboxDesk } from "../../sandbox-kit/contract.ts";

/** https://docs.slack.dev/reference/events/message, and the channel in which it stands. */
export const messageSchema = z.looseObject({
  channel: z.string(),
  type: z.literal("message"),
  ts: z.string(),
  text: z.string(),
  metadata: z
    .strictObject({ event_type: z.string(), event_payload: z.record(z.string(), z.unknown()) })
    .optional(),
});
export type Message = z.infer<typeof messageSchema>;

/** Keeps a message under a `ts` that no other message of the workspace has, later than those before. */
export async function storeMessage(
  desk: SandboxDesk,
  channel: string,
  content: { text: string; [field: string]: unknown },
): Promise<Message> {
  const seconds = Math.floor(desk.now().getTime() / 1_000);
  const ts = `${seconds}.${String(await desk.store.next("message")).padStart(6, "0")}`;
  const message = messageSchema.parse({ ...content, channel, type: "message", ts });
  await desk.store.put("message", `${channel}-${ts}`, message);
  return message;
}

/** Of one channel, newest first. */
export async function listMessages(desk: SandboxDesk, channel: string): Promise<Message[]> {
  const messages = await desk.store.list("message", messageSchema);
  return messages
    .map(({ data }) => data)
    .filter((message) => message.channel === channel)
    .reverse();
}
