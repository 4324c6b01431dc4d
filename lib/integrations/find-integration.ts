import { and, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { integrations } from "#db/schema/integrations.ts";
import { textArray } from "#db/text-array.ts";
import { gather } from "#lib/work/gather.ts";
import type { IntegrationRow } from "./integration-row.ts";

type Own = { id: string; merchantId: string };

/** @param hasHeld runs wait for it */
type Found = IntegrationRow & { hasHeld: boolean };

const hasHeld = sql<boolean>`EXISTS (SELECT 1 FROM delivery_queue
  WHERE delivery_queue.merchant_id = integrations.merchant_id AND held_id = integrations.id AND held_for IS NOT NULL)`;

/** A merchant's integration, for the engine: runs that need theirs side by side read them by one statement. */
export const findIntegration = gather({ most: 100, together: findIntegrations });

async function findIntegrations(own: readonly Own[]): Promise<(Found | null)[]> {
  const isOne = and(
    sql`${integrations.id} = ANY(${textArray(own.map(({ id }) => id))})`,
    sql`${integrations.merchantId} = ANY(${textArray(own.map(({ merchantId }) => merchantId))})`,
  );
  const rows = await db().select({ row: integrations, hasHeld }).from(integrations).where(isOne);
  const byId = new Map(rows.map(({ row, ...of }) => [row.id, { ...row, ...of }]));
  return own.map(({ id, merchantId }) => {
    const row = byId.get(id);
    return row?.merchantId === merchantId ? row : null;
  });
}
