import { z } from "zod";
import type { Resource } from "../../contract/resource.ts";
import { hint, hintedNumber, hintedObject, id, optionalList, text } from "../../kit/lenient.ts";
import { readEach } from "../../kit/read-each.ts";
import { callSlack } from "../client.ts";

/** Slack recommends no more, and may send fewer. */
const maxPage = 200;

const answer = z.looseObject({
  channels: optionalList,
  response_metadata: hintedObject({ next_cursor: hint }),
});
const channel = z.looseObject({
  id,
  name: text,
  num_members: hintedNumber,
  topic: hintedObject({ value: hint }),
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
    const reading = readEach(page.channels, { id: "id", label: "name" }, (record) =>
      toItem(channel.parse(record)),
    );
    return { ...reading, nextCursor: page.response_metadata?.next_cursor ?? null };
  },
} satisfies Resource;

function toItem({ id: channelId, name, num_members, topic }: z.output<typeof channel>) {
  return {
    id: channelId,
    label: `#${name}`,
    details: {
      ...(num_members === undefined ? {} : { members: String(num_members) }),
      ...(topic?.value ? { topic: topic.value } : {}),
    },
  };
}
