import { z } from "zod";
import type { Resource, ResourceItem } from "../../contract/resource.ts";
import { hint, hintedObject, id, text } from "../../kit/lenient.ts";
import { listPage } from "../list-page.ts";

const audience = z.looseObject({ id, name: text, stats: hintedObject({ member_count: hint }) });

/** https://mailchimp.com/developer/marketing/api/lists/get-lists-info/ */
export const audiences = {
  title: "Audiences",
  scopes: [],
  list: async (call, { cursor, limit }) => {
    const fields = ["id", "name", "stats.member_count"];
    const page = await listPage(call, {
      path: "/lists",
      what: "audience",
      name: "lists",
      read: toItem,
      known: { id: "id", label: "name" },
      fields,
      cursor,
      limit,
    });
    return { items: page.items, unread: page.unread, nextCursor: page.nextCursor };
  },
} satisfies Resource;

function toItem(record: unknown): ResourceItem {
  const { id: audienceId, name: label, stats } = audience.parse(record);
  const contacts = stats?.member_count;
  return { id: audienceId, label, ...(contacts ? { details: { contacts } } : {}) };
}
