import { z } from "zod";
import type { Call } from "../contract/call.ts";
import { failure } from "../kit/failures.ts";
import { hintedNumber, toList } from "../kit/lenient.ts";
import { type KnownBy, type Reading, readEach } from "../kit/read-each.ts";
import { type AppRequest, createRestClient } from "../kit/rest-client.ts";
import { parseOffset } from "../kit/whole-list.ts";
import { toProviderError, unreadable } from "./errors.ts";
import { tell } from "./words.ts";

type MailchimpRequest = AppRequest & {
  /** What it is about, for the words of a refusal: "contact". */
  what: string;
};

/** The Marketing API: https://mailchimp.com/developer/marketing/api/. Paths stand below /3.0. */
export const api = createRestClient<MailchimpRequest>({
  app: "Mailchimp",
  root: ({ settings }) => getApiRoot(settings),
  toProviderError: (reply, { what }) => toProviderError(reply, what),
});

/** `us21`: the part of Mailchimp in which an account lives. It becomes part of a host, so nothing else will do. */
export const dataCentre = z.string().regex(/^us\d{1,3}$/);

/**
 * Where an account's API is: https://mailchimp.com/developer/marketing/docs/fundamentals/#api-structure
 * @throws {ProviderError} auth where it is not known which account it is
 */
export function getApiRoot({ dc }: Readonly<Record<string, string>>): string {
  return `https://${requireDataCentre(dc)}.api.mailchimp.com/3.0`;
}

/** Where people see what an account holds. */
export function getAppRoot({ dc }: Readonly<Record<string, string>>): string {
  return `https://${requireDataCentre(dc)}.admin.mailchimp.com`;
}

function requireDataCentre(dc: string | undefined): string {
  const known = dataCentre.safeParse(dc);
  if (known.success) return known.data;
  throw failure("auth", tell("does_not_know_where_account"), `data centre: ${dc ?? "none"}`);
}

type ListRequest<Item> = {
  path: string;
  what: string;
  /** Under which the answer has the items: `lists`. */
  name: string;
  read: (record: unknown) => Item;
  known: KnownBy;
  /** Of an item, by their names at Mailchimp. */
  fields: readonly string[];
  /** How many come before this page, as text; null for the first one. */
  cursor: string | null;
  limit: number;
  query?: Readonly<Record<string, string | undefined>>;
};

type ListPage<Item> = Reading<Item> & { nextCursor: string | null; total: number };

/**
 * A page of a collection, with no more of its items than is used:
 * https://mailchimp.com/developer/marketing/docs/methods-parameters/#pagination
 */
export async function listPage<Item>(
  call: Call,
  { path, what, name, read, known, fields, cursor, limit, query }: ListRequest<Item>,
): Promise<ListPage<Item>> {
  const count = Math.min(limit, 1_000);
  const offset = parseOffset(cursor);
  const answer = await api.ask(
    call,
    {
      method: "GET",
      path,
      what,
      query: {
        ...query,
        count: String(count),
        offset: String(offset),
        fields: [...fields.map((field) => `${name}.${field}`), "total_items"].join(","),
      },
    },
    z.looseObject({ total_items: hintedNumber }),
  );
  const records = toList(answer[name]);
  if (!records) throw unreadable(`GET ${path}: ${name} is no list`);
  const end = offset + records.length;
  const { total_items: total } = answer;
  const hasMore = records.length > 0 && (total === undefined ? records.length === count : end < total);
  return {
    ...readEach(records, known, read),
    nextCursor: hasMore ? String(end) : null,
    total: total !== undefined && Number.isSafeInteger(total) ? total : end,
  };
}
