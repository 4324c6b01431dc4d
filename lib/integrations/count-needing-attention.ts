import { and, count, eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { integrations } from "#db/schema/integrations.ts";
import { authorise, type Ctx } from "#lib/auth/context.ts";

/** How many of the merchant's connections need someone. */
export async function countNeedingAttention({ ctx }: { ctx: Ctx }): Promise<number> {
  authorise(ctx, "read");
  const [row] = await db()
    .select({ needing: count() })
    .from(integrations)
    .where(and(eq(integrations.merchantId, ctx.merchantId), eq(integrations.status, "needs_attention")));
  return row?.needing ?? 0;
}
