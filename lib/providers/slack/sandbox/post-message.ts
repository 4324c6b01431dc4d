import { randomBytes } from "node:crypto";
import { z } from "zod";
import type { SandboxContext } from "../../sandbox-kit/contract.ts";
import { refusal } from "./answers.ts";
import { type CallArguments, method } from "./api.ts";
import { bot, findChannel, storeMessage } from "./workspace.ts";

const plainText = z.looseObject({
  type: z.literal("plain_text"),
  text: z.string().min(1).max(3_000),
  emoji: z.boolean().optional(),
});

const markdownText = z.looseObject({ type: z.literal("mrkdwn"), text: z.string().min(1).max(3_000) });

const anyText = z.discriminatedUnion("type", [plainText, markdownText]);

const blockId = z.string().max(255).optional();

const element = z.looseObject({ type: z.string() });

const webAddress = z
  .string()
  .max(3_000)
  .regex(/^https?:\/\//);

const section = z
  .strictObject({
    type: z.literal("section"),
    block_id: blockId,
    text: anyText.optional(),
    fields: z.array(anyText).min(1).max(10).optional(),
    accessory: element.optional(),
    expand: z.boolean().optional(),
  })
  .refine(({ text, fields }) => text !== undefined || fields !== undefined, "missing required field: text");

const image = {
  type: z.literal("image"),
  alt_text: z.string().max(2_000),
  image_url: webAddress.optional(),
  slack_file: z.looseObject({}).optional(),
};

/** The blocks for messages: https://docs.slack.dev/reference/block-kit/blocks */
const block = z.discriminatedUnion("type", [
  section,
  z.strictObject({
    type: z.literal("header"),
    block_id: blockId,
    text: plainText.extend({ text: z.string().min(1).max(150) }),
  }),
  z.strictObject({ type: z.literal("divider"), block_id: blockId }),
  z.strictObject({ ...image, block_id: blockId, title: plainText.optional() }),
  z.strictObject({
    type: z.literal("context"),
    block_id: blockId,
    elements: z
      .array(z.discriminatedUnion("type", [plainText, markdownText, z.looseObject(image)]))
      .min(1)
      .max(10),
  }),
  z.strictObject({
    type: z.literal("actions"),
    block_id: blockId,
    elements: z.array(element).min(1).max(25),
  }),
  z.strictObject({ type: z.literal("rich_text"), block_id: blockId, elements: z.array(element) }),
  z.strictObject({
    type: z.literal("markdown"),
    block_id: blockId,
    text: z.string().min(1).max(12_000),
  }),
  z.looseObject({ type: z.enum(["video", "file", "input", "table"]), block_id: blockId }),
]);

const blocks = z.array(block).max(50);

type Blocks = z.infer<typeof blocks>;

const maxTextLength = 40_000;
const attachments = z.array(z.looseObject({})).min(1).max(100);
const metadata = z.strictObject({
  event_type: z.string().min(1),
  event_payload: z.record(z.string(), z.unknown()),
});

type Content = { text: string; blocks?: unknown; attachments?: unknown; metadata?: unknown };

/** https://docs.slack.dev/reference/methods/chat.postMessage */
export const postMessage = method("chat.postMessage", ["chat:write"], async ({ context, values, ok }) => {
  const channel = await findChannel(context.store, values.text("channel") ?? "");
  if (!channel) return refusal("channel_not_found");
  if (channel.is_archived) return refusal("is_archived");
  const canPostAnywhere = context.credential?.grant.scopes.includes("chat:write.public") ?? false;
  if (!channel.is_member && !canPostAnywhere) return refusal("not_in_channel");
  const content = readContent(values);
  if ("error" in content) return refusal(content.error, content.further);
  const isCut = content.text.length > maxTextLength;
  const { channel: _, ...message } = await storeMessage(context, channel.id, {
    user: bot.userId,
    bot_id: bot.botId,
    app_id: bot.appId,
    team: context.account?.externalId,
    bot_profile: profile(context),
    ...content,
    text: content.text.slice(0, maxTextLength),
  });
  return ok({ channel: channel.id, ts: message.ts, message, ...(isCut ? cutWarning : {}) });
});

const images = "https://a.slack-edge.com/80588/img/plugins/app";

const cutWarning = {
  warning: "message_truncated",
  response_metadata: { warnings: ["message_truncated"] },
};

function readContent(values: CallArguments): Content | { error: string; further?: object } {
  const parts = {
    blocks: values.object("blocks"),
    attachments: values.object("attachments"),
    metadata: values.object("metadata"),
  };
  const content: Content = { text: values.text("text") ?? "" };
  if (parts.blocks !== undefined) {
    if (!Array.isArray(parts.blocks)) return { error: "invalid_blocks_format" };
    const read = readBlocks(parts.blocks);
    if ("problems" in read) return invalidBlocks(read.problems);
    content.blocks = read.blocks.map((block) => ({ block_id: newBlockId(), ...block }));
  }
  if (parts.attachments !== undefined) {
    const read = attachments.safeParse(parts.attachments);
    if (!read.success) return { error: "invalid_attachments" };
    content.attachments = read.data;
  }
  if (content.text === "" && !content.blocks && !content.attachments) return { error: "no_text" };
  if (parts.metadata !== undefined) {
    if (typeof parts.metadata !== "object" || parts.metadata === null)
      return { error: "invalid_metadata_format" };
    const read = metadata.safeParse(parts.metadata);
    if (!read.success) return { error: "invalid_metadata_schema" };
    content.metadata = read.data;
  }
  return content;
}

function invalidBlocks(problems: string[]) {
  const messages = problems.map((problem) => `[ERROR] ${problem}`);
  return { error: "invalid_blocks", further: { errors: problems, response_metadata: { messages } } };
}

function profile(context: SandboxContext) {
  return {
    id: bot.botId,
    app_id: bot.appId,
    name: bot.name,
    icons: Object.fromEntries([36, 48, 72].map((size) => [`image_${size}`, `${images}/bot_${size}.png`])),
    deleted: false,
    updated: 1_777_885_200,
    team_id: context.account?.externalId,
  };
}

/** Slack names the blocks to which nobody gave a name. */
function newBlockId(): string {
  return randomBytes(3).toString("base64url");
}

/** @returns what is wrong, a line for each, where they are not blocks that Slack takes */
function readBlocks(value: unknown): { blocks: Blocks } | { problems: string[] } {
  const read = blocks.safeParse(value);
  if (read.success) return { blocks: read.data };
  return {
    problems: read.error.issues.map(
      ({ message, path }) => `${message} [json-pointer:/blocks/${path.map(String).join("/")}]`,
    ),
  };
}
