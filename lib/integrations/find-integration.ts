import { and, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { integrations } from "#db/schema/integrations.ts";
import { textArray } from "#db/text-array.ts";
import { gather } from "#lib/work/gather.ts";
import type { IntegrationRow } from "./integration-row.ts";

type Own = { id: string; merchantId: string };

/** A merchant's integration, for the engine: runs that need theirs side by side read them by one statement. */
export const findIntegration = gather({ most: 100, together: findIntegrations });

async function findIntegrations(own: readonly Own[]): Promise<(IntegrationRow | null)[]> {
  const isOne = and(
    sql`${integrations.id} = ANY(${textArray(own.map(({ id }) => id))})`,
    sql`${integrations.merchantId} = ANY(${textArray(own.map(({ merchantId }) => merchantId))})`,
  );
  const rows = await db().select().from(integrations).where(isOne);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return own.map(({ id, merchantId }) => {
    const row = byId.get(id);
    return row?.merchantId === merchantId ? row : null;
  });
}
