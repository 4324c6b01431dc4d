import { and, desc, eq, gte, lte, sql } from "drizzle-orm";
import { z } from "zod";
import { readInTime } from "#db/read-in-time.ts";
import { charges } from "#db/schema/payments.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { defineVerb } from "#lib/auth/verb.ts";
import { instant } from "#lib/instant-schema.ts";
import { decodeCursor, toPage } from "#lib/listing/cursor.ts";
import type { Page } from "#lib/listing/page.ts";
import { shortText } from "#lib/text-schema.ts";
import { readBeside, toChargeDto } from "./charge-dto.ts";
import { type ChargeDto, chargePage, listChargesInput } from "./schema.ts";

const behind = z.tuple([instant, shortText(200)]);

/** Payments of a merchant, the newest first: those taken here, and those found at the apps. */
export const listCharges = defineVerb({
  permission: "read",
  input: listChargesInput,
  output: chargePage,
  async run({ ctx, input }) {
    return readCharges(ctx, input);
  },
});

/** A page of the same, of a reader who may read it. */
export async function readCharges(
  ctx: Ctx,
  { limit, cursor, status, orderId, integrationId, from, to }: z.output<typeof listChargesInput>,
): Promise<Page<ChargeDto>> {
  const after = decodeCursor(cursor, behind);
  return readInTime(async (tx) => {
    const rows = await tx
      .select()
      .from(charges)
      .where(
        and(
          eq(charges.merchantId, ctx.merchantId),
          status && eq(charges.status, status),
          orderId === undefined ? undefined : eq(charges.orderId, orderId),
          integrationId === undefined ? undefined : eq(charges.integrationId, integrationId),
          from === undefined ? undefined : gte(charges.createdAt, new Date(from)),
          to === undefined ? undefined : lte(charges.createdAt, new Date(to)),
          after === null
            ? undefined
            : sql`(${charges.createdAt}, ${charges.id}) < (${after[0]}::timestamptz, ${after[1]})`,
        ),
      )
      .orderBy(desc(charges.createdAt), desc(charges.id))
      .limit(limit + 1);
    const beside = await readBeside(tx, ctx.merchantId, rows);
    return toPage(
      rows,
      limit,
      (row) => [row.createdAt.toISOString(), row.id],
      (row) => toChargeDto(row, beside(row), ctx.locale),
    );
  });
}
