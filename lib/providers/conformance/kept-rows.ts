import { sql } from "drizzle-orm";
import { afterEach, describe, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { checkIntegration } from "#lib/integrations/check-integration.ts";
import { saveConnection } from "#lib/integrations/connect/save-connection.ts";
import { listResource } from "#lib/integrations/list-resource.ts";
import { runIntegrationAction } from "#lib/integrations/run-action.ts";
import { runSyncJobs } from "#lib/integrations/sync/run-sync-jobs.ts";
import { startSync } from "#lib/integrations/sync/start-sync.ts";
import { type FaultKind, faultKindSchema } from "#lib/sandbox/fault-schema.ts";
import { runFields } from "#lib/transport/run-verb.ts";
import { ownWordsIn } from "#lib/words/testing/own-words.ts";
import type { Provider } from "../contract/provider.ts";
import { type ProviderTest, startProviderTest } from "../testing/provider-test.ts";

const running: ProviderTest[] = [];

/** What the app itself says, answers as they were given, and events, which are documents for other programs. */
const ofOthers = /^(sandbox_|idempotency_keys|event_payloads)/;
/** What an app said verbatim; and the words by which an event is found, which are made of its document. */
const passedOver = new Set(["detail", "remark", "remarks", "problems", "search_text"]);

const faults = faultKindSchema.options.filter((kind) => kind !== "slow");

/** Whatever is done with an app, and however it answers: what stays in any table are codes, and no words of ours. */
export function testKeptRows(provider: Provider): void {
  afterEach(async () => {
    for (const scene of running.splice(0)) await scene.stop();
  });
  describe(`${provider.id} leaves codes in rows, and no words of ours`, () => {
    test("in what its actions answer", async () => {
      const scene = await open(provider);
      for (const [name, { example }] of Object.entries(provider.actions)) {
        const kept = await scene.answer(name, example);
        expect(ownWordsIn(kept, provider.id), name).toEqual([]);
      }
    });

    test("after each use of it, well and badly", { timeout: 240_000 }, async () => {
      const { ctx, account, credentials, settings, fault } = await open(provider);
      const { id } = await saveConnection(
        ctx,
        {
          provider: provider.id,
          environment: "sandbox",
          account: { id: account.externalId, label: account.label },
          secrets: { ...credentials },
          settings: { ...settings },
          scopes: provider.auth.scopes.slice(1).map((scope) => scope.id),
          expiresAt: null,
          refreshExpiresAt: null,
        },
        null,
      );
      const use = async (kind: FaultKind | null) => {
        const uses = [
          ...Object.entries(provider.actions).map(
            ([action, { example }]) =>
              () =>
                runIntegrationAction({ ctx, input: { id, action, input: example } }),
          ),
          ...Object.keys(provider.resources).map(
            (resource) => () => listResource({ ctx, input: { id, resource } }),
          ),
          ...Object.keys(provider.sync).map((kind) => async () => {
            await runFields(startSync, { ctx, input: { id, kind } });
            await runSyncJobs();
          }),
          () => checkIntegration({ ctx, input: { id } }),
        ];
        for (const run of uses) {
          if (kind !== null) await fault(kind, { times: 3 });
          await run().catch(() => undefined);
        }
      };
      await use(null);
      for (const kind of faults) await use(kind);
      const rows = await readRows(ctx.merchantId);
      expect(Object.keys(rows)).toEqual(expect.arrayContaining(["integrations", "integration_calls"]));
      for (const [table, kept] of Object.entries(rows)) {
        expect(ownWordsIn(kept, provider.id, passedOver), table).toEqual([]);
      }
    });
  });
}

async function open(provider: Provider): Promise<ProviderTest> {
  const scene = await startProviderTest(provider);
  running.push(scene);
  return scene;
}

/** Every row of a merchant, by table. */
async function readRows(merchantId: string): Promise<Record<string, unknown[]>> {
  const tables = await db().execute<{ name: string }>(sql`
    SELECT DISTINCT columns.table_name AS name FROM information_schema.columns
    JOIN pg_class ON pg_class.oid = columns.table_name::regclass AND NOT pg_class.relispartition
    WHERE columns.table_schema = 'public' AND columns.column_name = 'merchant_id'`);
  const found: [string, unknown[]][] = [];
  for (const { name } of tables) {
    if (ofOthers.test(name)) continue;
    const rows = await db().execute<{ row: unknown }>(
      sql`SELECT row_to_json(kept) AS row FROM ${sql.identifier(name)} kept WHERE merchant_id = ${merchantId}`,
    );
    if (rows.length > 0) found.push([name, rows.map(({ row }) => row)]);
  }
  return Object.fromEntries(found);
}
