import { z } from "zod";
import type { Resource } from "#lib/providers/contract/resource.ts";
import { hint, id } from "../../kit/lenient.ts";
import { readEach } from "../../kit/read-each.ts";
import { askAdmin, connection, nextCursor, readNumericId, searchWords } from "../client.ts";

/** https://shopify.dev/docs/api/admin-graphql/2026-10/queries/locations */
export const locationsDocument = `query Locations($first: Int!, $after: String, $query: String) {
  locations(first: $first, after: $after, query: $query, sortKey: NAME) {
    nodes { id name }
    pageInfo { hasNextPage endCursor }
  }
}`;

const location = z.looseObject({ id, name: hint });
const data = z.looseObject({ locations: connection });

/** Where stock lies: restaurants, shops, storerooms. Closed ones are left out. */
export const locations = {
  title: "Locations",
  scopes: ["read_locations"],
  list: async (call, { cursor, limit, search }) => {
    const variables = { first: limit, after: cursor, query: searchWords(search ?? "") };
    const { locations: page } = await askAdmin(call, { document: locationsDocument, variables, data });
    return {
      ...readEach(page.nodes, { id: "id", label: "name" }, (record) => {
        const read = location.parse(record);
        return { id: read.id, label: read.name || `Location ${readNumericId(read.id)}` };
      }),
      nextCursor: nextCursor(page),
    };
  },
} satisfies Resource;
