import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { readInTime } from "#db/read-in-time.ts";
import { payouts } from "#db/schema/payments.ts";
import { defineVerb } from "#lib/auth/verb.ts";
import { notFound } from "#lib/errors.ts";
import { instant } from "#lib/instant-schema.ts";
import { decodeCursor, toPage } from "#lib/listing/cursor.ts";
import { shortText } from "#lib/text-schema.ts";
import { findPaidFor } from "./paid-for.ts";
import { toPayoutDto } from "./payout-dto.ts";
import { countItems, type ItemRow, readContents } from "./payout-items.ts";
import { type PayoutItemDto, payoutDetailDto, payoutInput } from "./payouts-schema.ts";

const cursorForm = z.tuple([instant, shortText(255)]);

/**
 * One payout with what is in it: each movement with its payment, order and scan, in groups that add up to what came to the
 * bank. Where the provider does not tell what is in it, that is said in place of numbers.
 * @throws {AppError} 404
 */
export const getPayout = defineVerb({
  permission: "read",
  input: payoutInput,
  output: payoutDetailDto,
  async run({ ctx, input: asked }) {
    const after = decodeCursor(asked.cursor, cursorForm);
    const { merchantId } = ctx;
    return readInTime(async (tx) => {
      const [row] = await tx
        .select()
        .from(payouts)
        .where(and(eq(payouts.merchantId, merchantId), eq(payouts.id, asked.id)));
      if (!row) throw notFound("payout");
      const payout = toPayoutDto(row, ctx.locale);
      if (payout.items !== "listed") {
        return {
          ...payout,
          groups: [],
          total: null,
          difference: null,
          unbooked: 0,
          contents: { data: [], nextCursor: null },
        };
      }
      const page = { group: asked.group, after, count: asked.limit + 1 };
      const { groups, items } = await readContents(tx, row, page);
      const total = groups.reduce((sum, { net }) => sum + net, 0);
      const booked = groups.reduce((sum, { count }) => sum + count, 0);
      const paidFor = await findPaidFor(
        tx,
        merchantId,
        items.map(({ paymentId }) => ({ ...row, paymentId })),
      );
      const toItem = ({ paymentId, at, ...item }: ItemRow): PayoutItemDto => ({
        ...item,
        at: new Date(at).toISOString(),
        charge: paidFor({ ...row, paymentId }),
      });
      return {
        ...payout,
        groups,
        total,
        difference: payout.amount - total,
        unbooked: (await countItems(tx, row)) - booked,
        contents: toPage(
          items,
          asked.limit,
          ({ at, sourceId }) => [new Date(at).toISOString(), sourceId],
          toItem,
        ),
      };
    });
  },
});
