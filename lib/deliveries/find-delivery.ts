import { and, eq } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { deliveries } from "#db/schema/deliveries.ts";
import { notFound } from "#lib/errors.ts";
import { type DeliveryRow, readDeliveries } from "./delivery-row.ts";
import type { RowKey } from "./row-key.ts";

/** @throws {AppError} 404 for a delivery that is not there or is another merchant's */
export async function findDelivery(tx: Tx, merchantId: string, id: string): Promise<DeliveryRow> {
  const key = await findDeliveryKey(tx, merchantId, id);
  const [row] = key ? await readDeliveries(tx, merchantId, [key]) : [];
  if (!row) throw notFound("delivery");
  return row;
}

/** Where a delivery of the merchant's lies; undefined = there is no such one. */
export async function findDeliveryKey(tx: Tx, merchantId: string, id: string): Promise<RowKey | undefined> {
  const own = and(eq(deliveries.merchantId, merchantId), eq(deliveries.id, id));
  const [key] = await tx
    .select({ id: deliveries.id, eventAt: deliveries.eventAt })
    .from(deliveries)
    .where(own);
  return key;
}
