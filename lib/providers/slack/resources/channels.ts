import { z } from "zod";
import type { Resource } from "../../resource.ts";
import { callSlack } from "../client.ts";

/** Slack recommends no more, and may send fewer. */
const maxPage = 200;

const answer = z.looseObject({
  channels: z.array(
    z.looseObject({
      id: z.string().min(1),
      name: z.string(),
      num_members: z.number().optional(),
      topic: z.looseObject({ value: z.string() }).optional(),
    }),
  ),
  response_metadata: z.looseObject({ next_cursor: z.string().optional() }).optional(),
});

/** The public channels that are not archived: https://docs.slack.dev/reference/methods/conversations.list */
export const channels = {
  title: "Channels",
  scopes: ["channels:read"],
  list: async (call, { cursor, limit }) => {
    const page = await callSlack(
      call,
      "conversations.list",
      {
        types: "public_channel",
        exclude_archived: true,
        limit: Math.min(limit, maxPage),
        cursor: cursor ?? undefined,
      },
      answer,
    );
    const items = page.channels.map(({ id, name, num_members, topic }) => ({
      id,
      label: `#${name}`,
      details: {
        ...(num_members === undefined ? {} : { members: String(num_members) }),
        ...(topic?.value ? { topic: topic.value } : {}),
      },
    }));
    return { items, nextCursor: page.response_metadata?.next_cursor || null };
  },
} satisfies Resource;
