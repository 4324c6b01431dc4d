import { eq } from "drizzle-orm";
import { type Ctx, systemCtx } from "#lib/auth/context.ts";
import { demoSignIn } from "#lib/auth/demo-sign-in.ts";
import { db } from "../client.ts";
import { memberships, users } from "../schema/tenancy.ts";

/** The demo merchant, for whatever fills it; null where there is none. */
export async function findDemo(): Promise<Ctx | null> {
  const [row] = await db()
    .select({ merchantId: memberships.merchantId })
    .from(users)
    .innerJoin(memberships, eq(memberships.userId, users.id))
    .where(eq(users.email, demoSignIn.email));
  return row ? systemCtx(row.merchantId, "seed") : null;
}
