import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { db } from "#db/client.ts";
import { apiKeys, merchants } from "#db/schema/tenancy.ts";
import { isAllowed } from "#lib/auth/context.ts";
import { scopeSchema } from "#lib/auth/permissions.ts";
import { defineVerb } from "#lib/auth/verb.ts";
import { notFound } from "#lib/errors.ts";

const getAccountInput = z.strictObject({});

/** Whom a key speaks for: what Zapier shows as the name of a connection. */
const accountDto = z.object({
  merchantId: z.string(),
  merchantName: z.string(),
  keyName: z.string().nullable().describe("null for a signed-in person"),
  permissions: z.array(scopeSchema),
});

/** The merchant and the key of a request: Zapier's test of a connection, and its name. */
export const getAccount = defineVerb({
  permission: "read",
  input: getAccountInput,
  output: accountDto,
  async run({ ctx, input }) {
    input;
    const keyId = ctx.actor.kind === "apiKey" ? ctx.actor.id : "";
    const [row] = await db()
      .select({ merchantName: merchants.name, keyName: apiKeys.name })
      .from(merchants)
      .leftJoin(apiKeys, and(eq(apiKeys.merchantId, merchants.id), eq(apiKeys.id, keyId)))
      .where(eq(merchants.id, ctx.merchantId));
    if (!row) throw notFound("merchant");
    const permissions = scopeSchema.options.filter((scope) => isAllowed(ctx, scope));
    return { merchantId: ctx.merchantId, ...row, permissions };
  },
});
