import { and, desc, gt, isNull, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { apiKeys } from "#db/schema/tenancy.ts";

const readAgainMs = 60_000;
/** About 5 MB of memory. */
const maxKeys = 50_000;

let lastRead: { at: number; hashes: Promise<ReadonlySet<string>> } | undefined;

/**
 * Whether an API key was right within the last hour, in whichever process. Asked once an address is past its limit, so
 * it costs one query a minute, and none for a key that is wrong.
 * @param hash of the key
 */
export async function wasKeyUsedLately(hash: string): Promise<boolean> {
  if (!lastRead || Date.now() - lastRead.at >= readAgainMs) {
    const hashes = readHashes();
    lastRead = { at: Date.now(), hashes };
    // What could not be read is read again by whoever asks next.
    hashes.catch(() => {
      lastRead = undefined;
    });
  }
  return (await lastRead.hashes).has(hash);
}

async function readHashes(): Promise<ReadonlySet<string>> {
  const rows = await db()
    .select({ hash: apiKeys.hash })
    .from(apiKeys)
    .where(and(isNull(apiKeys.revokedAt), gt(apiKeys.lastUsedAt, sql`now() - interval '1 hour'`)))
    .orderBy(desc(apiKeys.lastUsedAt))
    .limit(maxKeys);
  return new Set(rows.map(({ hash }) => hash));
}
