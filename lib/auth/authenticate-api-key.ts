import { and, eq, isNull, lt, or } from "drizzle-orm";
import { db } from "#db/client.ts";
import { apiKeys } from "#db/schema/tenancy.ts";
import { unauthenticated } from "#lib/errors.ts";
import { logger } from "#lib/logger.ts";
import { hashApiKey } from "./api-key-secret.ts";
import type { Ctx } from "./context.ts";

/** `lastUsedAt` is exact to a minute: a write for each request would be dear. */
const lastUsedStepMs = 60_000;

/**
 * The context of a request that came with an API key.
 * @throws {AppError} 401 for a key that is unknown or revoked
 */
export async function authenticateApiKey(key: string, requestId: string): Promise<Ctx> {
  const [row] = await db()
    .select()
    .from(apiKeys)
    .where(and(eq(apiKeys.hash, hashApiKey(key)), isNull(apiKeys.revokedAt)));
  if (!row) throw unauthenticated("This API key is not known, or was revoked.");
  if (!row.lastUsedAt || Date.now() - row.lastUsedAt.getTime() > lastUsedStepMs) {
    noteUse(row.id).catch((error: unknown) =>
      logger.warn({ err: error, keyId: row.id }, "use of a key not noted"),
    );
  }
  return { merchantId: row.merchantId, actor: { kind: "apiKey", id: row.id, scopes: row.scopes }, requestId };
}

async function noteUse(id: string): Promise<void> {
  const stale = new Date(Date.now() - lastUsedStepMs);
  await db()
    .update(apiKeys)
    .set({ lastUsedAt: new Date() })
    .where(and(eq(apiKeys.id, id), or(isNull(apiKeys.lastUsedAt), lt(apiKeys.lastUsedAt, stale))));
}
