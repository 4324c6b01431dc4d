import { z } from "zod";
import type { Call } from "../contract/call.ts";
import type { Unread } from "../contract/unread.ts";
import { id, text } from "../kit/lenient.ts";
import type { Reading } from "../kit/read-each.ts";
import { listPage } from "./list-page.ts";

const audience = z.looseObject({ id, name: text });
type Audience = z.output<typeof audience>;

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
      read: (record) => audience.parse(record),
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
