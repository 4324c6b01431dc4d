import type { Tx } from "#db/client.ts";
import { type DeliveryRow, readDeliveries } from "#lib/deliveries/delivery-row.ts";
import { findDeliveryKey } from "#lib/deliveries/find-delivery.ts";
import { notFound } from "#lib/errors.ts";

/** @throws {AppError} 404 for a run that is not there, is another merchant's, or is a webhook's delivery */
export async function findRun(tx: Tx, merchantId: string, id: string): Promise<DeliveryRow> {
  const key = await findDeliveryKey(tx, merchantId, id);
  const [row] = key ? await readDeliveries(tx, merchantId, [key]) : [];
  if (row?.kind !== "automation") throw notFound("run");
  return row;
}
