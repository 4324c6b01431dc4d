import type { SandboxReply } from "../../sandbox-kit/contract.ts";
import { readBoolean, readChoice, readInteger, readList, readTime } from "./parameters.ts";
import type { Shop } from "./shop.ts";
import { comparableTime, storedTime } from "./times.ts";

type Entry<Data> = { id: string; data: Data };

const orders = ["asc", "desc"] as const;
const orderbys = ["date", "id", "include", "title", "slug", "modified"] as const;

/**
 * What a list request asks for of entries that have times: filtered by date and number, in its order.
 * https://woocommerce.github.io/woocommerce-rest-api-docs/#list-all-orders
 */
export function selectEntries<Data extends { createdAt: string; modifiedAt: string }>(
  { site }: Shop,
  query: URLSearchParams,
  entries: readonly Entry<Data>[],
  titleOf: (data: Data) => string,
): Entry<Data>[] {
  const isGmt = readBoolean(query.get("dates_are_gmt"), "dates_are_gmt") ?? false;
  const include = readList(query, "include");
  const exclude = readList(query, "exclude");
  const bounds = [
    { limit: readTime(query, "after"), field: "createdAt", sign: 1 },
    { limit: readTime(query, "before"), field: "createdAt", sign: -1 },
    { limit: readTime(query, "modified_after"), field: "modifiedAt", sign: 1 },
    { limit: readTime(query, "modified_before"), field: "modifiedAt", sign: -1 },
  ] as const;
  const isWithin = ({ data }: Entry<Data>) =>
    bounds.every(({ limit, field, sign }) => {
      if (limit === undefined) return true;
      return sign * (storedTime(data[field], isGmt, site) - comparableTime(limit, site)) > 0;
    });
  const sign = (readChoice(query.get("order"), "order", orders) ?? "desc") === "asc" ? 1 : -1;
  const orderby = readChoice(query.get("orderby"), "orderby", orderbys) ?? "date";
  const sortKey = ({ id, data }: Entry<Data>): string | number => {
    if (orderby === "id") return Number(id);
    if (orderby === "include") return include.indexOf(id);
    if (orderby === "title" || orderby === "slug") return titleOf(data).toLowerCase();
    return orderby === "date" ? data.createdAt : data.modifiedAt;
  };
  return entries
    .filter(({ id }) => (include.length === 0 || include.includes(id)) && !exclude.includes(id))
    .filter(isWithin)
    .sort((a, b) => sign * (compare(sortKey(a), sortKey(b)) || Number(a.id) - Number(b.id)));
}

function compare(a: string | number, b: string | number): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** A page of a list, with the counts in the headers. */
export function pageReply(query: URLSearchParams, items: readonly Record<string, unknown>[]): SandboxReply {
  const page = readInteger(query.get("page"), "page", { min: 1, max: 1_000_000 }) ?? 1;
  const perPage = readInteger(query.get("per_page"), "per_page", { min: 1, max: 100 }) ?? 10;
  const from = readInteger(query.get("offset"), "offset") ?? (page - 1) * perPage;
  return {
    status: 200,
    headers: {
      "x-wp-total": String(items.length),
      "x-wp-totalpages": String(Math.ceil(items.length / perPage)),
    },
    json: items.slice(from, from + perPage).map((item) => withFields(query, item)),
  };
}

export function itemReply(query: URLSearchParams, item: Record<string, unknown>, status = 200): SandboxReply {
  return { status, json: withFields(query, item) };
}

/** `_fields=id,name`. https://developer.wordpress.org/rest-api/using-the-rest-api/global-parameters/ */
function withFields(query: URLSearchParams, item: Record<string, unknown>): Record<string, unknown> {
  const fields = readList(query, "_fields");
  if (fields.length === 0) return item;
  return Object.fromEntries(Object.entries(item).filter(([name]) => fields.includes(name)));
}
