import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { buildClientSchema, type GraphQLSchema, type IntrospectionQuery } from "graphql";
import { apiVersion } from "../shop-domain.ts";

let schema: GraphQLSchema | undefined;

/** Shopify's own Admin schema of the version that is called, as @shopify/dev-mcp ships it. */
export function officialSchema(): GraphQLSchema {
  schema ??= readSchema();
  return schema;
}

function readSchema(): GraphQLSchema {
  const data = "node_modules/@shopify/dev-mcp/dist/data";
  const file = join(import.meta.dirname, "../../../..", data, `admin_${apiVersion}.json.gz`);
  const introspection: { data: IntrospectionQuery } = JSON.parse(
    gunzipSync(readFileSync(file)).toString("utf8"),
  );
  // Shopify marks fields as deprecated that an interface still asks for, which the library takes for a fault.
  return buildClientSchema(introspection.data, { assumeValid: true });
}
