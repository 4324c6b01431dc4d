import { db } from "#db/client.ts";
import { authorise, type Ctx } from "#lib/auth/context.ts";
import { parseInput } from "#lib/parse.ts";
import { readAttemptsOf, toAttemptDto } from "./attempt-row.ts";
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
  const log = await readAttemptsOf(db(), ctx.merchantId, [row]);
  return {
    ...toDeliveryDto(row, ctx.locale),
    attemptLog: log.map((attempt) => toAttemptDto(attempt, ctx.locale, row.telling)),
  };
}
