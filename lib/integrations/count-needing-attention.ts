import { and, count, eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { integrations } from "#db/schema/integrations.ts";
import { defineVerb, noInput } from "#lib/auth/verb.ts";
import { number } from "#lib/providers/kit/lenient.ts";

/** How many of the merchant's connections need someone. */
export const countNeedingAttention = defineVerb({
  permission: "read",
  input: noInput,
  output: number,
  async run({ ctx }) {
    const [row] = await db()
      .select({ needing: count() })
      .from(integrations)
      .where(and(eq(integrations.merchantId, ctx.merchantId), eq(integrations.status, "needs_attention")));
    return row?.needing ?? 0;
  },
});
