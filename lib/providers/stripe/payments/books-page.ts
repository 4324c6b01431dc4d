import { z } from "zod";
import type { Call } from "../../contract/call.ts";
import type { BooksPage } from "../../contract/payments.ts";
import type { Unread } from "../../contract/unread.ts";
import { list, optionalFlag } from "../../kit/lenient.ts";
import { readEach } from "../../kit/read-each.ts";
import { idAfterPage, requireAccountId } from "../client.ts";

/** https://docs.stripe.com/api/pagination */
export const listAnswer = z.looseObject({ data: list, has_more: optionalFlag });

const pageSize = 100;

/** What a list is asked for: what was made since a moment, from where it was left. */
export function listQuery({ since, cursor }: { since: Date | null; cursor: string | null }) {
  return {
    limit: pageSize,
    ...(since === null ? {} : { created: { gte: Math.floor(since.getTime() / 1_000) } }),
    ...(cursor === null ? {} : { starting_after: cursor }),
  };
}

/** A page read record by record: one that cannot be read is told, and the others come through. */
export function readPage<Item>(
  answer: z.output<typeof listAnswer>,
  read: (record: unknown) => Item | null,
): BooksPage<Item> {
  const { items, unread } = readEach(answer.data, { id: "id" }, read);
  return { items, unread: unread.map(toUnread), next: idAfterPage(answer) };
}

/** One without an id is told by what it looks like, so that it is one and the same at the next look. */
function toUnread({ externalId, fingerprint, code, field }: Unread) {
  return { id: externalId ?? `#${fingerprint}`, reason: `${code} ${field}`.trim() };
}

/** Where the merchant sees the account with their own eyes. https://docs.stripe.com/dashboard */
export function buildDashboardUrl(call: Call): string {
  const modePath = call.settings.mode === "live" ? "" : "/test";
  return `https://dashboard.stripe.com/${requireAccountId(call)}${modePath}`;
}
