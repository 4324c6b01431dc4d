import { eq, sql } from "drizzle-orm";
import { db, type Tx } from "#db/client.ts";
import { credentials, integrations } from "#db/schema/integrations.ts";
import { textArray } from "#db/text-array.ts";
import { gather } from "#lib/work/gather.ts";
import { openSecrets, type Secrets, sealSecrets } from "./secrets.ts";

/** Ahead of the end by so much, and at the latest when half an hour is left of a longer life. */
const refreshAheadMs = 10 * 60_000;

export type Credentials = {
  secrets: Secrets;
  version: number;
  expiresAt: Date | null;
  refreshExpiresAt: Date | null;
  /** The integration's, as they are now: a refresh may bring a new address of the instance. */
  settings: Record<string, string>;
};

/** Until the transaction ends, nobody else changes an integration's credentials. */
export async function lockCredentials(tx: Tx, integrationId: string): Promise<void> {
  await tx
    .select({ id: credentials.integrationId })
    .from(credentials)
    .where(eq(credentials.integrationId, integrationId))
    .for("update");
}

/** null once the integration is disconnected. Without a transaction, those that are read side by side are one statement. */
export async function readCredentials(integrationId: string, tx?: Tx): Promise<Credentials | null> {
  const found = tx ? (await findSealed(tx, [integrationId]))[0] : await findOne(integrationId);
  if (!found) return null;
  const { version, expiresAt, refreshExpiresAt } = found.row;
  return {
    secrets: await openSecrets(found.row),
    version,
    expiresAt,
    refreshExpiresAt,
    settings: found.settings,
  };
}

type Sealed = { row: typeof credentials.$inferSelect; settings: Record<string, string> };

const findOne = gather({ most: 100, together: (ids: readonly string[]) => findSealed(db(), ids) });

async function findSealed(tx: Tx, ids: readonly string[]): Promise<(Sealed | null)[]> {
  const rows = await tx
    .select({ row: credentials, settings: integrations.settings })
    .from(credentials)
    .innerJoin(integrations, eq(integrations.id, credentials.integrationId))
    .where(sql`${credentials.integrationId} = ANY(${textArray(ids)})`);
  const byId = new Map(rows.map((found) => [found.row.integrationId, found]));
  return ids.map((id) => byId.get(id) ?? null);
}

type Times = { expiresAt: Date | null; refreshExpiresAt: Date | null };

/** Puts secrets in the place of those that are there, under the next version. */
export async function writeCredentials(
  tx: Tx,
  place: { merchantId: string; integrationId: string },
  secrets: Secrets,
  times: Times,
): Promise<void> {
  const values = {
    sealed: await sealSecrets(place, secrets),
    expiresAt: times.expiresAt,
    refreshExpiresAt: times.refreshExpiresAt,
    refreshedAt: new Date(),
    refreshDueAt: refreshDueAt(secrets, times),
  };
  const [row] = await tx
    .select({ version: credentials.version })
    .from(credentials)
    .where(eq(credentials.integrationId, place.integrationId))
    .for("update");
  await tx
    .insert(credentials)
    .values({ ...place, ...values })
    .onConflictDoUpdate({
      target: credentials.integrationId,
      set: { ...values, version: (row?.version ?? 0) + 1 },
    });
}

/**
 * When to refresh ahead of time, so that no merchant's action waits for it, and so that a refresh token that ends when
 * it is not used does not end.
 */
function refreshDueAt(secrets: Secrets, { expiresAt, refreshExpiresAt }: Times): Date | null {
  if (!secrets.refreshToken && !(expiresAt && secrets.accessToken)) return null;
  const now = Date.now();
  if (expiresAt) {
    const life = expiresAt.getTime() - now;
    return new Date(expiresAt.getTime() - Math.min(refreshAheadMs, life / 4));
  }
  if (refreshExpiresAt) return new Date((now + refreshExpiresAt.getTime()) / 2);
  return null;
}
