import { z } from "zod";
import type { Resource } from "../../resource.ts";
import { listPage } from "../list-page.ts";

const list = z.looseObject({
  id: z.string().min(1),
  name: z.string(),
  stats: z.looseObject({ member_count: z.int() }).optional(),
});

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
      schema: list,
      fields,
      cursor,
      limit,
    });
    const items = page.items.map(({ id, name, stats }) => ({
      id,
      label: name,
      ...(stats ? { details: { contacts: String(stats.member_count) } } : {}),
    }));
    return { items, nextCursor: page.nextCursor };
  },
} satisfies Resource;
