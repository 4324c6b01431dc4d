import { and, desc, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { db } from "#db/client.ts";
import { apiKeys } from "#db/schema/tenancy.ts";
import { recordAudit } from "#lib/audit/record-audit.ts";
import { defineVerb, noInput } from "#lib/auth/verb.ts";
import { notFound } from "#lib/errors.ts";
import { newId } from "#lib/ids.ts";
import { shortText } from "#lib/text-schema.ts";
import { type ApiKeyDto, apiKeyDto, createApiKeyInput, newApiKeyDto } from "./api-key-schema.ts";
import { apiKeyPrefix, hashApiKey, newApiKey } from "./api-key-secret.ts";

type ApiKeyRow = typeof apiKeys.$inferSelect;

/** The merchant's API keys, newest first, revoked ones included. */
export const listApiKeys = defineVerb({
  permission: "read",
  input: noInput,
  output: z.array(apiKeyDto),
  async run({ ctx }) {
    const rows = await db()
      .select()
      .from(apiKeys)
      .where(eq(apiKeys.merchantId, ctx.merchantId))
      .orderBy(desc(apiKeys.id));
    return rows.map(toApiKeyDto);
  },
});

/** Creates a key. The answer is the only time that it is told. */
export const createApiKey = defineVerb({
  permission: "keys:write",
  input: createApiKeyInput,
  output: newApiKeyDto,
  async run({ ctx, input }) {
    const { name, scopes } = input;
    const key = newApiKey();
    const row = await db().transaction(async (tx) => {
      const [created] = await tx
        .insert(apiKeys)
        .values({
          id: newId("key"),
          merchantId: ctx.merchantId,
          name,
          scopes: [...new Set(scopes)],
          prefix: apiKeyPrefix(key),
          hash: hashApiKey(key),
          createdBy: ctx.actor.kind === "user" ? ctx.actor.id : null,
        })
        .returning();
      if (!created) throw new Error("The insert of an API key returned no row.");
      await recordAudit(tx, ctx, {
        action: "api_key.created",
        targetId: created.id,
        detail: { name, scopes },
      });
      return created;
    });
    return { ...toApiKeyDto(row), key };
  },
});

const apiKeyIdInput = z.strictObject({ id: shortText(60) });

/**
 * Revokes a key: it stops working at once, and stays in the list.
 * @throws {AppError} 404 for another merchant's key, or one that is revoked
 */
export const revokeApiKey = defineVerb({
  permission: "keys:write",
  input: apiKeyIdInput,
  output: apiKeyDto,
  async run({ ctx, input }) {
    const { id } = input;
    return db().transaction(async (tx) => {
      const [revoked] = await tx
        .update(apiKeys)
        .set({ revokedAt: new Date() })
        .where(and(eq(apiKeys.merchantId, ctx.merchantId), eq(apiKeys.id, id), isNull(apiKeys.revokedAt)))
        .returning();
      if (!revoked) throw notFound("api_key");
      await recordAudit(tx, ctx, { action: "api_key.revoked", targetId: id, detail: { name: revoked.name } });
      return toApiKeyDto(revoked);
    });
  },
});

function toApiKeyDto(row: ApiKeyRow): ApiKeyDto {
  return {
    id: row.id,
    name: row.name,
    prefix: row.prefix,
    scopes: row.scopes,
    createdAt: row.createdAt.toISOString(),
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    revokedAt: row.revokedAt?.toISOString() ?? null,
  };
}
