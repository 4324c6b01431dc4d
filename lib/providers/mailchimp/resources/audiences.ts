import { z } from "zod";
import type { Call } from "../../contract/call.ts";
import type { Resource, ResourceItem } from "../../contract/resource.ts";
import type { Unread } from "../../contract/unread.ts";
import { hint, hintedObject, id, text } from "../../kit/lenient.ts";
import type { Reading } from "../../kit/read-each.ts";
import { listPage } from "../client.ts";

const audience = z.looseObject({ id, name: text, stats: hintedObject({ member_count: hint }) });
const namedAudience = z.looseObject({ id, name: text });
type Audience = z.output<typeof namedAudience>;

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

/**
 * Every audience of the account, and those that cannot be read. Plans allow a handful; Mailchimp gives out a thousand at
 * once.
 */
export async function listAudiences(call: Call): Promise<Reading<Audience>> {
  const fields = ["id", "name"];
  const items: Audience[] = [];
  const unread: Unread[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof listPage<Audience>>> = await listPage(call, {
      path: "/lists",
      what: "audience",
      name: "lists",
      read: (record) => namedAudience.parse(record),
      known: { id: "id", label: "name" },
      fields,
      cursor,
      limit: 1_000,
    });
    items.push(...page.items);
    unread.push(...page.unread);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return { items, unread };
}
