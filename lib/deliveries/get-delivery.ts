import { and, asc, eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { attempts } from "#db/schema/deliveries.ts";
import { authorise, type Ctx } from "#lib/auth/context.ts";
import { parseInput } from "#lib/parse.ts";
import { selectAttempts, toAttemptDto } from "./attempt-row.ts";
import { toDeliveryDto } from "./delivery-row.ts";
import { findDelivery } from "./find-delivery.ts";
import { type DeliveryDetailDto, deliveryIdInput } from "./schema.ts";

/**
 * One delivery with each attempt's request, response and timing, oldest first.
 * @throws {AppError} 404 for another merchant's delivery
 */
export async function getDelivery({ ctx, input }: { ctx: Ctx; input: unknown }): Promise<DeliveryDetailDto> {
  authorise(ctx, "read");
  const { id } = parseInput(deliveryIdInput, input);
  const row = await findDelivery(db(), ctx.merchantId, id);
  const log = await selectAttempts(
    db(),
    and(eq(attempts.merchantId, ctx.merchantId), eq(attempts.deliveryId, id)),
  ).orderBy(asc(attempts.id));
  return { ...toDeliveryDto(row), attemptLog: log.map(toAttemptDto) };
}
