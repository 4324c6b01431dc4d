import { z } from "zod";
import type { Resource } from "../../resource.ts";
import { listPage } from "../list-page.ts";

const template = z.looseObject({ id: z.int(), name: z.string(), date_edited: z.string().catch("") });

/** The account's own, less Mailchimp's: https://mailchimp.com/developer/marketing/api/templates/list-templates/ */
export const templates = {
  title: "Templates",
  scopes: [],
  list: async (call, { cursor, limit }) => {
    const page = await listPage(call, {
      path: "/templates",
      what: "template",
      name: "templates",
      schema: template,
      fields: ["id", "name", "date_edited"],
      cursor,
      limit,
      query: { type: "user", sort_field: "name", sort_dir: "ASC" },
    });
    const items = page.items.map(({ id, name, date_edited: edited }) => ({
      id: String(id),
      label: name,
      ...(edited ? { details: { edited: edited.slice(0, 10) } } : {}),
    }));
    return { items, nextCursor: page.nextCursor };
  },
} satisfies Resource;
