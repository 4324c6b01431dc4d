import { z } from "zod";
import type { Resource } from "../../contract/resource.ts";
import { hint, id, list, text } from "../../kit/lenient.ts";
import { readEach } from "../../kit/read-each.ts";
import { api } from "../client.ts";

const page = z.looseObject({ lists: list, next: hint });
const item = z.looseObject({ id, name: text });

/** What a form offers for the field `list`. One that cannot be read is told of, and the others come. */
export const lists: Resource = {
  title: "Lists",
  scopes: ["lists.read"],
  list: async (call, { cursor, limit }) => {
    const query = { limit: String(limit), after: cursor ?? undefined };
    const answer = await api.ask(call, { method: "GET", path: "/lists", query }, page);
    const reading = readEach(answer.lists, { id: "id", label: "name" }, (record) => {
      const { id: listId, name } = item.parse(record);
      return { id: listId, label: name };
    });
    return { ...reading, nextCursor: answer.next ?? null };
  },
};
