import { readInTime } from "#db/read-in-time.ts";
import { defineVerb } from "#lib/auth/verb.ts";
import { readDeliveryAttempts, toAttemptDto } from "./attempt-row.ts";
import { toDeliveryDto } from "./delivery-row.ts";
import { findDelivery } from "./find-delivery.ts";
import { deliveryDetailDto, deliveryIdInput } from "./schema.ts";

/**
 * One delivery with each attempt's request, response and timing, oldest first.
 * @throws {AppError} 404 for another merchant's delivery
 */
export const getDelivery = defineVerb({
  permission: "read",
  input: deliveryIdInput,
  output: deliveryDetailDto,
  async run({ ctx, input: { id } }) {
    const { row, log } = await readInTime(async (tx) => {
      const found = await findDelivery(tx, ctx.merchantId, id);
      return { row: found, log: await readDeliveryAttempts(tx, ctx.merchantId, [found]) };
    });
    return {
      ...toDeliveryDto(row, ctx.locale),
      attemptLog: log.map((attempt) => toAttemptDto(attempt, ctx.locale, row.runNames)),
    };
  },
});
