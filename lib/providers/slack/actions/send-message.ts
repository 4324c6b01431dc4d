import { z } from "zod";
import { lookUpFirst } from "#lib/providers/kit/once.ts";
import { shortText, trimmedText } from "#lib/text-schema.ts";
import { defineAction } from "../../contract/action.ts";
import type { FieldMeta } from "../../contract/auth.ts";
import { callSlack } from "../client.ts";
import { createMark, findSentMessage } from "../mark.ts";

const input = z.strictObject({
  channel: trimmedText(200)
    .regex(/^C[A-Z0-9]{6,20}$/, "Choose a channel, or paste its ID as Slack shows it: C0123ABCDEF.")
    .meta({
      title: "Channel",
      description: "A public channel. Patchbay joins it when it first posts there.",
      placeholder: "C0123ABCDEF",
      resource: "channels",
    } satisfies FieldMeta),
  text: trimmedText(4_000, "Slack advises at most 4,000 characters. Shorten the text.")
    .min(1, "Write a text.")
    .meta({
      title: "Text",
      description: "*Bold* and _italic_ work, and web addresses become links.",
      multiline: true,
    } satisfies FieldMeta),
  blocks: z
    .array(z.looseObject({ type: shortText(50).min(1) }))
    .min(1)
    .max(50, "Slack takes 50 blocks at most.")
    .optional()
    .meta({
      title: "Blocks (for developers)",
      description:
        "A layout in Slack's Block Kit, as JSON. Slack shows it as it is in place of the text, and the text in notifications.",
      multiline: true,
    } satisfies FieldMeta),
});

const output = z.strictObject({
  channelId: z.string(),
  messageId: z.string().describe("Slack's `ts`: names the message within its channel"),
  wasThereAlready: z.boolean().describe("true: an earlier try had posted it, and nothing was posted now"),
});

const posted = z.looseObject({ channel: z.string(), ts: z.string() });

/** https://docs.slack.dev/reference/methods/chat.postMessage */
export const sendMessage = defineAction({
  title: "Send a message",
  description: "Posts a message to one of your public Slack channels.",
  scopes: ["chat:write", "chat:write.public", "channels:join", "channels:history"],
  effect: "write",
  idempotency: "look_up_first",
  input,
  output,
  link: ({ channelId, messageId }, { settings }) => buildPermalink(settings, channelId, messageId),
  example: {
    channel: "C0ORDERS001",
    text: "*Order 1042* is paid: 2 × Margherita, 1 × Lemonade. Table 7, € 31.50.",
    blocks: [
      { type: "header", text: { type: "plain_text", text: "Order 1042" } },
      { type: "section", text: { type: "mrkdwn", text: "2 × Margherita\n1 × Lemonade" } },
      { type: "context", elements: [{ type: "mrkdwn", text: "Table 7 · paid € 31.50" }] },
    ],
  },
  run: async (call, { channel, text, blocks }) => {
    const metadata = createMark(call.idempotencyKey);
    const values = { channel, text: escapeControls(text), blocks, metadata };
    const { made, wasThereAlready } = await lookUpFirst(call, {
      find: () => findSentMessage(call, channel),
      make: () => callSlack(call, "chat.postMessage", values, posted),
    });
    return { channelId: made.channel, messageId: made.ts, wasThereAlready };
  },
});

/** As `chat.getPermalink` gives it: https://docs.slack.dev/reference/methods/chat.getPermalink */
function buildPermalink(
  { workspaceUrl }: Readonly<Record<string, string>>,
  channel: string,
  ts: string,
): string | null {
  if (workspaceUrl === undefined || !URL.canParse(workspaceUrl)) return null;
  const { protocol, host } = new URL(workspaceUrl);
  if (protocol !== "https:" || !host.endsWith(".slack.com")) return null;
  return `https://${host}/archives/${channel}/p${ts.replace(".", "")}`;
}

/**
 * A text often holds what a guest typed: `<!channel>` in a note to the kitchen must not ring every phone.
 * https://docs.slack.dev/messaging/formatting-message-text#escaping
 */
function escapeControls(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
