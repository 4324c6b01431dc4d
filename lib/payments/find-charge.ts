import { and, eq } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { charges } from "#db/schema/payments.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { notFound } from "#lib/errors.ts";
import type { ChargeRow } from "./states/apply-payment.ts";

/** @throws {AppError} 404 for what is not there, and for another merchant's */
export async function requireCharge(
  tx: Tx,
  { merchantId }: Pick<Ctx, "merchantId">,
  id: string,
  lock: "locked" | "read" = "read",
): Promise<ChargeRow> {
  const query = tx
    .select()
    .from(charges)
    .where(and(eq(charges.merchantId, merchantId), eq(charges.id, id)));
  const [row] = await (lock === "locked" ? query.for("update") : query);
  if (!row) throw notFound("charge");
  return row;
}
