import { z } from "zod";

const pageInfo = z.looseObject({ hasNextPage: z.boolean(), endCursor: z.string().nullish() });

/** A page of a connection. https://shopify.dev/docs/api/usage/pagination-graphql */
export function connection<Node extends z.ZodType>(node: Node) {
  return z.looseObject({ nodes: z.array(node), pageInfo });
}

export function nextCursor(page: { pageInfo: z.infer<typeof pageInfo> }): string | null {
  return page.pageInfo.hasNextPage ? (page.pageInfo.endCursor ?? null) : null;
}
