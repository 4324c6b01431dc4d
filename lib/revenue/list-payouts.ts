import { and, desc, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { readInTime } from "#db/read-in-time.ts";
import { payouts } from "#db/schema/payments.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { defineVerb } from "#lib/auth/verb.ts";
import { instant } from "#lib/instant-schema.ts";
import { decodeCursor, idCursor, toPage } from "#lib/listing/cursor.ts";
import type { Page } from "#lib/listing/page.ts";
import { pageOf } from "#lib/listing/page.ts";
import { inListPeriod } from "./list-period.ts";
import { toPayoutDto } from "./payout-dto.ts";
import { listPayoutsInput, type PayoutDto, payoutDto } from "./payouts-schema.ts";
import { readScope } from "./scope.ts";
import { readZone } from "./zone.ts";

const cursorForm = z.tuple([instant, idCursor.def.items[0]]);

/** A merchant's payouts, the newest first. */
export const listPayouts = defineVerb({
  permission: "read",
  input: listPayoutsInput,
  output: pageOf(payoutDto),
  async run({ ctx, input }) {
    return readPayouts(ctx, input);
  },
});

/** A page of the same, of a reader who may read it. */
export async function readPayouts(
  ctx: Ctx,
  asked: z.output<typeof listPayoutsInput>,
): Promise<Page<PayoutDto>> {
  const { merchantId } = ctx;
  const zone = await readZone(merchantId);
  const after = decodeCursor(asked.cursor, cursorForm);
  return readInTime(async (tx) => {
    const { environment } = await readScope(tx, merchantId, asked);
    const rows = await tx
      .select()
      .from(payouts)
      .where(
        and(
          eq(payouts.merchantId, merchantId),
          eq(payouts.environment, environment),
          asked.currency === undefined ? undefined : eq(payouts.currency, asked.currency),
          asked.status === undefined ? undefined : eq(payouts.status, asked.status),
          await inListPeriod(tx, sql`${payouts.createdAt}`, asked, zone),
          after
            ? sql`(${payouts.createdAt}, ${payouts.id}) < (${after[0]}::timestamptz, ${after[1]})`
            : undefined,
        ),
      )
      .orderBy(desc(payouts.createdAt), desc(payouts.id))
      .limit(asked.limit + 1);
    return toPage(
      rows,
      asked.limit,
      ({ createdAt, id }) => [createdAt.toISOString(), id],
      (row) => toPayoutDto(row, ctx.locale),
    );
  });
}
