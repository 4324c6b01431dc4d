import { and, eq, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { deliverySteps } from "#db/schema/deliveries.ts";
import type { ClaimedDelivery } from "#lib/engine/sender.ts";
import type { Message } from "#lib/failures/message.ts";

type Row = typeof deliverySteps.$inferSelect;
export type StepState = Pick<Row, "status" | "output">;

/** What came of a step: with its receipt and its output in one row, so that neither is there without the other. */
export type StepEnd =
  | { status: "succeeded"; output: Record<string, unknown>; receipt: Record<string, string> }
  | { status: "failed" | "skipped" | "unknown"; said: Message };

/** What is known of the steps of a delivery, by position. */
export async function readStepStates({
  id,
  merchantId,
}: Pick<ClaimedDelivery, "id" | "merchantId">): Promise<Map<number, StepState>> {
  const rows = await db()
    .select({
      position: deliverySteps.position,
      status: deliverySteps.status,
      output: deliverySteps.output,
    })
    .from(deliverySteps)
    .where(and(eq(deliverySteps.merchantId, merchantId), eq(deliverySteps.deliveryId, id)));
  return new Map(rows.map(({ position, ...state }) => [position, state]));
}

/** Writes down what came of a step. One that has succeeded stays so, whoever comes later. */
export async function recordStep(
  { id, merchantId }: Pick<ClaimedDelivery, "id" | "merchantId">,
  position: number,
  end: StepEnd,
): Promise<void> {
  const changed =
    end.status === "succeeded"
      ? { status: end.status, output: end.output, receipt: end.receipt, code: null, params: null }
      : { status: end.status, output: null, receipt: null, code: end.said.code, params: end.said.params };
  await db()
    .insert(deliverySteps)
    .values({ deliveryId: id, merchantId, position, ...changed })
    .onConflictDoUpdate({
      target: [deliverySteps.deliveryId, deliverySteps.position],
      set: { ...changed, updatedAt: sql`clock_timestamp()` },
      setWhere: sql`${deliverySteps.status} <> 'succeeded'`,
    });
}
