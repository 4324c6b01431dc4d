import { readInTime } from "#db/read-in-time.ts";
import { defineVerb } from "#lib/auth/verb.ts";
import { findAutomation } from "#lib/automations/naming/find-automation.ts";
import { readDeliveries } from "#lib/deliveries/delivery-row.ts";
import { createDeliverySearch } from "#lib/deliveries/delivery-search.ts";
import { findDeliveryKeys } from "#lib/deliveries/find-delivery-keys.ts";
import { decodeCursor, idCursor, toPage } from "#lib/listing/cursor.ts";
import { readRuns } from "./read-runs.ts";
import { toRunDto } from "./run-dto.ts";
import { listRunsInput, runPage } from "./run-schema.ts";

/**
 * The runs of an automation, the newest event first.
 * @throws {AppError} 404 for another merchant's automation
 */
export const listRuns = defineVerb({
  permission: "read",
  input: listRunsInput,
  output: runPage,
  async run({ ctx, input }) {
    const { merchantId } = ctx;
    const { id, limit, cursor, status } = input;
    const [after] = decodeCursor(cursor, idCursor) ?? [null];
    const search = createDeliverySearch(
      merchantId,
      { limit, webhookId: id, status },
      { kind: "all" },
      () => [],
    );
    const runs = await readInTime(async (tx) => {
      await findAutomation(tx, merchantId, id);
      const keys = await findDeliveryKeys(tx, search, after, limit + 1);
      return readRuns(tx, merchantId, await readDeliveries(tx, merchantId, keys));
    });
    return toPage(
      runs,
      limit,
      ({ row }) => [row.delivery.id],
      (run) => toRunDto(run, ctx.locale),
    );
  },
});
