import { z } from "zod";
import type { Resource, ResourceItem } from "../../contract/resource.ts";
import { hint, id, text } from "../../kit/lenient.ts";
import { listPage } from "../client.ts";

const template = z.looseObject({ id, name: text, date_edited: hint });

/** The account's own, less Mailchimp's: https://mailchimp.com/developer/marketing/api/templates/list-templates/ */
export const templates = {
  title: "Templates",
  isPartial: true,
  scopes: [],
  list: async (call, { cursor, limit }) => {
    const page = await listPage(call, {
      path: "/templates",
      what: "template",
      name: "templates",
      read: toItem,
      known: { id: "id", label: "name" },
      fields: ["id", "name", "date_edited"],
      cursor,
      limit,
      query: { type: "user", sort_field: "name", sort_dir: "ASC" },
    });
    return { items: page.items, unread: page.unread, nextCursor: page.nextCursor };
  },
} satisfies Resource;

function toItem(record: unknown): ResourceItem {
  const { id: templateId, name: label, date_edited: edited } = template.parse(record);
  return { id: templateId, label, ...(edited ? { details: { edited: edited.slice(0, 10) } } : {}) };
}
