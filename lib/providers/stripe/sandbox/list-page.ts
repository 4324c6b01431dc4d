import type { Parameters } from "./parameters.ts";
import { badRequest, missing } from "./refusal.ts";

/** A page of a list, newest first: https://docs.stripe.com/api/pagination */
export function pageOf<Item extends { id: string }>(
  all: readonly Item[],
  parameters: Parameters,
  what: string,
): { items: Item[]; hasMore: boolean } {
  const limit = parameters.integer("limit") ?? 10;
  if (limit < 1 || limit > 100) throw badRequest("Invalid limit: it must be between 1 and 100.", "limit");
  const after = parameters.text("starting_after");
  const index = after === undefined ? -1 : all.findIndex(({ id }) => id === after);
  if (after !== undefined && index === -1) throw missing(what, after, "starting_after", 400);
  const rest = all.slice(index + 1);
  return { items: rest.slice(0, limit), hasMore: rest.length > limit };
}
