import { z } from "zod";
import { flag, hint, hintedObject, list } from "../kit/lenient.ts";

const pageInfo = hintedObject({ hasNextPage: flag.catch(true), endCursor: hint });

/** A page of a connection. https://shopify.dev/docs/api/usage/pagination-graphql */
export const connection = z.looseObject({ nodes: list, pageInfo });
type Connection = z.output<typeof connection>;

export function nextCursor({ pageInfo: info }: Connection): string | null {
  return info?.hasNextPage ? (info.endCursor ?? null) : null;
}

/** There is more, or may be, and Shopify does not say where. */
export function isCutOff({ pageInfo: info }: Connection): boolean {
  return info === undefined || (info.hasNextPage && info.endCursor === undefined);
}
