import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { integrations } from "#db/schema/integrations.ts";
import { createTestApiKey } from "#db/testing/api-key.ts";
import { webhookEndpoints } from "#lib/api/webhooks.ts";
import { startReceiver } from "#lib/deliveries/testing/receiver.ts";
import { setScene } from "#lib/deliveries/testing/scene.ts";
import { newId } from "#lib/ids.ts";
import { createState, digest, findState, keepPending } from "#lib/integrations/connect/state.ts";
import { writeCredentials } from "#lib/integrations/tokens/credentials.ts";
import { handle } from "#lib/transport/handle.ts";
import { callRoute } from "#lib/transport/testing.ts";
import { sealedColumns } from "./sealed-columns.ts";

/** Every row of every table, by table. */
async function dump(): Promise<Map<string, string>> {
  const tables = await db().execute<{ name: string }>(
    sql`SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`,
  );
  const texts = new Map<string, string>();
  for (const { name } of tables) {
    const rows = await db().execute<{ line: string }>(
      sql`SELECT row_to_json(whole)::text AS line FROM ${sql.identifier(name)} AS whole`,
    );
    texts.set(name, rows.map(({ line }) => line).join("\n"));
  }
  return texts;
}

/** A secret as it may stand in a text: as it is, in hex, and in base64 wherever in the encoded bytes it begins. */
function listForms(secret: string): string[] {
  const bytes = Buffer.from(secret);
  const shifted = [0, 1, 2].map((shift) => {
    const encoded = Buffer.concat([Buffer.alloc(shift), bytes]).toString("base64");
    // Characters at the ends mix with what stands beside.
    return encoded.slice(Math.ceil((shift * 4) / 3), Math.floor(((shift + bytes.length) * 4) / 3));
  });
  const urlSafe = shifted.map((text) => text.replaceAll("+", "-").replaceAll("/", "_"));
  const hex = bytes.toString("hex");
  return [secret, JSON.stringify(secret).slice(1, -1), hex, hex.toUpperCase(), ...shifted, ...urlSafe];
}

const findings = (texts: ReadonlyMap<string, string>, secrets: Readonly<Record<string, string>>) =>
  Object.entries(secrets).flatMap(([name, secret]) =>
    [...texts].flatMap(([table, text]) =>
      listForms(secret).some((form) => text.includes(form)) ? [`${name} in ${table}`] : [],
    ),
  );

const secrets = Object.fromEntries(
  [
    "bearer",
    "header",
    "basic",
    "accessToken",
    "refreshToken",
    "verifier",
    "pendingToken",
    "browserNonce",
  ].map((name) => [name, `${name}-${newId("req")}`]),
);
const getSecret = (name: string) => secrets[name] ?? "";

/** Makes each kind of secret that Patchbay keeps, by the ways in which it comes to keep them. */
async function keepSecrets() {
  await using receiver = await startReceiver(() => ({ status: 401 }));
  const scene = await setScene({
    url: receiver.url,
    headers: { "x-till": getSecret("header") },
    auth: { type: "bearer", token: getSecret("bearer") },
  });
  const { ctx, webhook } = scene;
  await scene.sendOrders(2);
  await scene.drain();
  expect(receiver.received[0]?.headers.authorization).toBe(`Bearer ${getSecret("bearer")}`);

  const apiKey = await createTestApiKey(ctx);
  const answer = await callRoute(handle(webhookEndpoints.createWebhook), {
    method: "POST",
    path: "/api/webhooks",
    key: apiKey,
    headers: { "idempotency-key": "once" },
    body: {
      url: "https://till.example.com/hook",
      eventTypes: ["*"],
      auth: { type: "basic", username: "till", password: getSecret("basic") },
    },
  });
  expect(answer.status).toBe(201);

  const integrationId = newId("int");
  await db()
    .insert(integrations)
    .values({
      id: integrationId,
      merchantId: ctx.merchantId,
      provider: "slack",
      environment: "sandbox",
      status: "disconnected",
      accountId: newId("sbx"),
      accountLabel: "Trattoria",
      settings: {},
      scopes: [],
    });
  const tokens = { accessToken: getSecret("accessToken"), refreshToken: getSecret("refreshToken") };
  const times = { expiresAt: null, refreshExpiresAt: null };
  await db().transaction((tx) =>
    writeCredentials(tx, { merchantId: ctx.merchantId, integrationId }, tokens, times),
  );

  const state = await createState(ctx, {
    provider: "slack",
    environment: "sandbox",
    input: {},
    redirectUri: "http://localhost/callback",
    display: "page",
    integrationId,
    browserNonce: getSecret("browserNonce"),
    verifier: getSecret("verifier"),
  });
  const row = await findState(state, "slack");
  if (!row) throw new Error("The state is gone.");
  const pending = { secrets: { accessToken: getSecret("pendingToken") }, settings: {}, scopes: [], ...times };
  await keepPending(row, { id: "T2", label: "Other" }, { verifier: getSecret("verifier"), pending });

  const made: Record<string, string> = {
    apiKey,
    state,
    firstWebhook: webhook.secret,
    secondWebhook: answer.json.secret,
  };
  return {
    secrets: { ...secrets, ...made },
    signs: [webhook.id, integrationId, digest(state), "till.example.com"],
  };
}

let kept: Awaited<ReturnType<typeof keepSecrets>>;

beforeAll(async () => {
  kept = await keepSecrets();
});

test("a dump of the whole database shows none of its secrets, in no usual encoding", async () => {
  const texts = await dump();
  expect(findings(texts, kept.secrets)).toEqual([]);

  // What proves that the search finds: each of these stands in the dump, or in it plus one encoded secret.
  for (const sign of kept.signs) {
    expect([...texts.values()].some((text) => text.includes(sign))).toBe(true);
  }
  for (const encoding of ["utf8", "hex", "base64", "base64url"] as const) {
    const leak = Buffer.from(`{"x":"${getSecret("bearer")}"}`).toString(encoding);
    expect(findings(new Map([["leak", leak]]), { bearer: getSecret("bearer") })).toEqual(["bearer in leak"]);
  }
});

test("sealed values stand in the listed columns only", async () => {
  const columns = await db().execute<{ table: string; column: string }>(sql`
    SELECT table_name AS table, column_name AS column FROM information_schema.columns
    WHERE table_schema = 'public' AND data_type IN ('text', 'json', 'jsonb')`);
  const found: string[] = [];
  for (const { table, column } of columns) {
    const [hit] = await db().execute(sql`
      SELECT 1 FROM ${sql.identifier(table)}
      WHERE ${sql.identifier(column)}::text LIKE ${'%"protected":"ey%'} LIMIT 1`);
    if (hit) found.push(`${table}.${column}`);
  }
  expect(found.sort()).toEqual(
    sealedColumns.map(({ tableName, column }) => `${tableName}.${column.name}`).sort(),
  );
});
