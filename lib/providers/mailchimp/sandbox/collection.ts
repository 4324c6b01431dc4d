import { lookUp } from "#lib/look-up.ts";
import type { linksTo } from "./links.ts";
import { refuseResource } from "./replies.ts";

/**
 * A page of a collection: https://mailchimp.com/developer/marketing/docs/methods-parameters/#pagination
 * @param name under which the items stand: `lists`
 */
export function collection<Item extends object>(
  query: URLSearchParams,
  name: string,
  items: readonly Item[],
  links: ReturnType<typeof linksTo>,
): Record<string, unknown> {
  const count = readNumber(query, "count", 10);
  const offset = readNumber(query, "offset", 0);
  if (count > 1_000)
    throw refuseResource([{ field: "count", message: "This value should be 1000 or less." }]);
  return { [name]: items.slice(offset, offset + count), total_items: items.length, _links: links };
}

/** Sorted as the query asks, by one of the given fields. */
export function sorted<Item extends object>(
  query: URLSearchParams,
  items: readonly Item[],
  fields: Readonly<Record<string, (item: Item) => string>>,
): Item[] {
  const name = query.get("sort_field");
  if (name === null) return [...items];
  const keyOf = lookUp(fields, name);
  if (!keyOf) {
    throw refuseResource([{ field: "sort_field", message: "This value is not one of the choices." }]);
  }
  const direction = query.get("sort_dir") === "DESC" ? -1 : 1;
  return items.toSorted((one, other) => direction * compare(keyOf(one), keyOf(other)));
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

function readNumber(query: URLSearchParams, name: string, otherwise: number): number {
  const text = query.get(name);
  if (text === null) return otherwise;
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw refuseResource([{ field: name, message: "This value should be a positive integer." }]);
}
