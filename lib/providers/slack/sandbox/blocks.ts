import { z } from "zod";

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

/** @returns what is wrong, a line for each, where they are not blocks that Slack takes */
export function readBlocks(given: unknown): { blocks: Blocks } | { problems: string[] } {
  const read = blocks.safeParse(given);
  if (read.success) return { blocks: read.data };
  return {
    problems: read.error.issues.map(
      ({ message, path }) => `${message} [json-pointer:/blocks/${path.map(String).join("/")}]`,
    ),
  };
}
