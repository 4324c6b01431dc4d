import { eq } from "drizzle-orm";
import type { Tx } from "./client.ts";
import { merchants } from "./schema/tenancy.ts";

/**
 * Whoever counts a merchant's rows to keep to a cap does so behind this lock, so that those who add at the same moment
 * see each other's. It stops nothing else: rows that name the merchant may be added meanwhile.
 */
export async function lockMerchant(tx: Tx, merchantId: string): Promise<void> {
  await tx
    .select({ id: merchants.id })
    .from(merchants)
    .where(eq(merchants.id, merchantId))
    .for("no key update");
}
