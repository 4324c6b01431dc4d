import { eq } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { merchants } from "#db/schema/tenancy.ts";
import type { Scope } from "#lib/automations/mapping/scope.ts";

/** In which zone and language the merchant's values are written. */
export async function readLocality(tx: Tx, merchantId: string): Promise<Scope["merchant"]> {
  const [row] = await tx
    .select({ timeZone: merchants.timeZone, locale: merchants.locale })
    .from(merchants)
    .where(eq(merchants.id, merchantId));
  if (!row) throw new Error(`There is no merchant ${merchantId}.`);
  return row;
}
