import { GraphQLError } from "graphql";
import { z } from "zod";

export type PageArgs = { first?: number | null; after?: string | null; reverse?: boolean | null };

/** Where an item stands: by value, and by id where the values are the same. */
type Place = { id: string; value: string };
type Placed<Item> = { item: Item; place: Place };

const place = z.object({ id: z.string(), value: z.string() });
const maxPage = 250;

/**
 * A connection over items. https://shopify.dev/docs/api/usage/pagination-graphql
 * @throws {GraphQLError} without `first`, or for a cursor that is none
 */
export function toConnection<Item>(
  placed: readonly Placed<Item>[],
  { first, after, reverse }: PageArgs,
): { nodes: Item[]; pageInfo: Record<string, unknown> } {
  if (first === null || first === undefined) throw badRequest("you must provide one of first or last");
  if (first < 1 || first > maxPage) throw badRequest(`first must be between 1 and ${maxPage}`);
  const sorted = [...placed].sort((one, other) => compare(one.place, other.place));
  if (reverse) sorted.reverse();
  const from =
    after === null || after === undefined ? 0 : indexAfter(sorted, readCursor(after), Boolean(reverse));
  const page = sorted.slice(from, from + first);
  return {
    nodes: page.map(({ item }) => item),
    pageInfo: {
      hasNextPage: from + first < sorted.length,
      hasPreviousPage: from > 0,
      startCursor: toCursor(page.at(0)),
      endCursor: toCursor(page.at(-1)),
    },
  };
}

function compare(one: Place, other: Place): number {
  return order(one.value, other.value) || order(one.id.padStart(20, "0"), other.id.padStart(20, "0"));
}

function order(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function indexAfter(sorted: readonly Placed<unknown>[], last: Place, isReversed: boolean): number {
  const direction = isReversed ? -1 : 1;
  const index = sorted.findIndex((one) => compare(one.place, last) * direction > 0);
  return index === -1 ? sorted.length : index;
}

function toCursor(placed: Placed<unknown> | undefined): string | null {
  return placed ? Buffer.from(JSON.stringify(placed.place)).toString("base64") : null;
}

function readCursor(cursor: string): Place {
  try {
    return place.parse(JSON.parse(Buffer.from(cursor, "base64").toString("utf8")));
  } catch {
    throw badRequest(`Invalid cursor for current pagination sort.`);
  }
}

/** https://shopify.dev/docs/api/admin-graphql/2026-10#status-and-error-codes */
export function accessDenied(field: string, scope: string): GraphQLError {
  const requiredAccess = `\`${scope}\` access scope.`;
  return new GraphQLError(`Access denied for ${field} field. Required access: ${requiredAccess}`, {
    extensions: {
      code: "ACCESS_DENIED",
      documentation: "https://shopify.dev/api/usage/access-scopes",
      requiredAccess,
    },
  });
}

export function badRequest(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: "BAD_REQUEST" } });
}
