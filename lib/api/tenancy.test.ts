import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { createTestApiKey } from "#db/testing/api-key.ts";
import { createTestMerchant } from "#db/testing/merchant.ts";
import { stripe } from "#lib/providers/stripe/provider.ts";
import { holdSandboxServer } from "#lib/providers/testing/sandbox-server.ts";
import { woocommerce } from "#lib/providers/woocommerce/provider.ts";
import type { Endpoint } from "#lib/transport/endpoint.ts";
import { endpoints } from "./endpoints.ts";
import { fromElsewhere } from "./testing/odd-input.ts";
import { askWithKey, createOneOfEverything, formatEndpointName } from "./testing/one-of-everything.ts";

/** Path parameters that name something of everybody's, or a part of the row that the parameter before it names. */
const everybodys: ReadonlySet<string> = new Set([
  "provider",
  "command",
  "action",
  "resource",
  "eventType",
  "number",
]);

const releases: (() => Promise<void>)[] = [];
let scene: Awaited<ReturnType<typeof createOneOfEverything>>;
let ids: ReadonlySet<string>;
let stranger: string;
beforeAll(async () => {
  for (const provider of [woocommerce, stripe]) releases.push(await holdSandboxServer(provider));
  scene = await createOneOfEverything(woocommerce);
  ids = await listIds(scene.ctx.merchantId);
  stranger = await createTestApiKey(await createTestMerchant());
});
afterAll(async () => {
  for (const release of releases) await release();
});

/** The ids of all rows of a merchant, in whatever table. */
async function listIds(merchantId: string): Promise<ReadonlySet<string>> {
  const tables = await db().execute<{ name: string }>(sql`
    SELECT own.table_name AS name FROM information_schema.columns own
    JOIN information_schema.columns named USING (table_schema, table_name)
    JOIN pg_class ON pg_class.oid = (own.table_schema || '.' || own.table_name)::regclass
    WHERE own.table_schema = 'public' AND own.column_name = 'merchant_id' AND named.column_name = 'id'
      AND named.data_type = 'text' AND NOT pg_class.relispartition AND pg_class.relkind IN ('r', 'p')`);
  const found = new Set<string>();
  for (const { name } of tables) {
    const rows = await db().execute<{ id: string }>(
      sql`SELECT id FROM ${sql.identifier(name)} WHERE merchant_id = ${merchantId}`,
    );
    for (const { id } of rows) found.add(id);
  }
  return found;
}

/** The path parameters of an endpoint that name a row of a merchant's. */
function rowsNamedBy({ path }: Endpoint): string[] {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
  return names.filter((name) => !everybodys.has(name) && !path.startsWith("/api/recipes/{id}"));
}

/** A card about a step bears the id of its run, and the place of the step. */
const isRow = (value: string) => ids.has(value) || ids.has(value.replace(/-\d+$/, ""));

test.each(endpoints.map((endpoint) => [formatEndpointName(endpoint), endpoint] as const))(
  "%s does not tell another merchant of rows, nor change them",
  async (_, endpoint) => {
    const call = scene.getCall(endpoint);
    const named = rowsNamedBy(endpoint);
    expect(named.filter((name) => !isRow(call.params?.[name] ?? ""))).toEqual([]);
    const headers = { ...fromElsewhere(), ...call.headers };
    const { status, text } = await askWithKey(endpoint, stranger, { ...call, headers });
    if (named.length > 0) expect(status).toBe(404);
    else expect(status).toBeLessThan(500);
    expect([...ids].filter((id) => text.includes(`"${id}"`))).toEqual([]);
  },
);

test("what the merchant has is as it was, after another one has asked for all of it", async () => {
  const own = await createTestApiKey(scene.ctx);
  for (const endpoint of endpoints.filter(({ method }) => method === "GET")) {
    const call = scene.getCall(endpoint);
    const headers = { ...fromElsewhere(), ...call.headers };
    const { status } = await askWithKey(endpoint, own, { ...call, headers });
    expect([formatEndpointName(endpoint), status]).toEqual([formatEndpointName(endpoint), endpoint.status]);
  }
  const now = await listIds(scene.ctx.merchantId);
  expect([...ids].filter((id) => !now.has(id))).toEqual([]);
});
