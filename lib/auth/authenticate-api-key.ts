import { and, eq, isNull, lt, or } from "drizzle-orm";
import { db } from "#db/client.ts";
import { apiKeys, merchants } from "#db/schema/tenancy.ts";
import { unauthenticated } from "#lib/errors.ts";
import { say } from "#lib/failures/say.ts";
import { logger } from "#lib/logger.ts";
import { chooseLocale } from "#lib/words/texts/translations.ts";
import { hashApiKey } from "./api-key-secret.ts";
import type { Ctx } from "./context.ts";

/** `lastUsedAt` is exact to a minute: a write for each request would be dear. */
const lastUsedStepMs = 60_000;

/**
 * The context of a request that came with an API key.
 * @throws {AppError} 401 for a key that is unknown or revoked
 */
export async function authenticateApiKey(key: string, requestId: string): Promise<Ctx> {
  const [found] = await db()
    .select({ key: apiKeys, locale: merchants.locale })
    .from(apiKeys)
    .innerJoin(merchants, eq(merchants.id, apiKeys.merchantId))
    .where(and(eq(apiKeys.hash, hashApiKey(key)), isNull(apiKeys.revokedAt)));
  if (!found) throw unauthenticated(say("problem_key_unknown"));
  const { key: row } = found;
  if (!row.lastUsedAt || Date.now() - row.lastUsedAt.getTime() > lastUsedStepMs) {
    noteUse(row.id).catch((error: unknown) =>
      logger.warn({ err: error, keyId: row.id }, "use of a key not noted"),
    );
  }
  return {
    merchantId: row.merchantId,
    actor: { kind: "apiKey", id: row.id, scopes: row.scopes },
    requestId,
    locale: await chooseLocale(found.locale),
  };
}

async function noteUse(id: string): Promise<void> {
  const stale = new Date(Date.now() - lastUsedStepMs);
  await db()
    .update(apiKeys)
    .set({ lastUsedAt: new Date() })
    .where(and(eq(apiKeys.id, id), or(isNull(apiKeys.lastUsedAt), lt(apiKeys.lastUsedAt, stale))));
}
