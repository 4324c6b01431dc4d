import { and, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { readInTime } from "#db/read-in-time.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { defineVerb } from "#lib/auth/verb.ts";
import { invalidInput } from "#lib/errors.ts";
import { say } from "#lib/failures/say.ts";
import { instant } from "#lib/instant-schema.ts";
import { decodeCursor, idCursor, toPage } from "#lib/listing/cursor.ts";
import type { Page } from "#lib/listing/page.ts";
import { pageOf } from "#lib/listing/page.ts";
import { readByClock } from "./clock.ts";
import { listSalesInput } from "./ledger-schema.ts";
import { inListPeriod } from "./list-period.ts";
import type { SaleDto } from "./schema.ts";
import { saleDto } from "./schema.ts";
import { readScope } from "./scope.ts";
import { readZone } from "./zone.ts";

const cursorForm = z.tuple([instant, idCursor.def.items[0]]);

type Row = Omit<SaleDto, "paidAt"> & { paidAt: number };

/**
 * The payments behind a number of sales, the newest first: all, those with a product, code or table, or what no order
 * says it of. What they count for adds up to the number.
 */
export const listSales = defineVerb({
  permission: "read",
  input: listSalesInput,
  output: pageOf(saleDto),
  async run({ ctx, input }) {
    return readSales(ctx, input);
  },
});

/** A page of the same, of a reader who may read it. */
export async function readSales(
  { merchantId }: Ctx,
  asked: z.output<typeof listSalesInput>,
): Promise<Page<SaleDto>> {
  const isUnknown = asked.isUnknown === "true";
  if (asked.by !== "all" && !isUnknown && asked.value === undefined) {
    throw invalidInput([{ path: "value", message: say("field_missing") }]);
  }
  const zone = await readZone(merchantId);
  const after = decodeCursor(asked.cursor, cursorForm);
  return readInTime(async (tx) => {
    const { environment, currency } = await readScope(tx, merchantId, asked);
    const dimension = isUnknown ? "all" : asked.by;
    const inPeriod = await inListPeriod(tx, sql`part.sold_at`, asked, zone);
    const readRows = (also: SQL | undefined) => sql`
      SELECT part.charge_id AS "chargeId", charges.order_id AS "orderId",
        (extract(epoch FROM part.sold_at) * 1000)::float8 AS "paidAt", nullif(part.value, '') AS value,
        (part.gross - told.gross)::float8 AS sales, (part.tips - told.tips)::float8 AS tips,
        (part.orders - told.orders)::int AS orders, part.quantity::float8 AS quantity, part.currency
      FROM sale_parts part JOIN charges ON charges.id = part.charge_id,
        LATERAL (${isUnknown ? toldBy(asked.by) : sql`SELECT 0 AS gross, 0 AS tips, 0 AS orders, 0 AS count`}) told
      WHERE ${and(
        sql`part.merchant_id = ${merchantId} AND part.environment = ${environment}`,
        sql`part.currency = ${currency ?? ""} AND part.dimension = ${dimension}`,
        sql`part.value = ${dimension === "all" ? "" : (asked.value ?? "")}`,
        inPeriod,
        also,
        isUnknown ? sql`(told.gross <> part.gross OR told.tips <> part.tips)` : undefined,
        after ? sql`(part.sold_at, part.charge_id) < (${after[0]}::timestamptz, ${after[1]})` : undefined,
      )}
      ORDER BY part.sold_at DESC, part.charge_id DESC LIMIT ${asked.limit + 1}`;
    const order = sql`found."paidAt" DESC, found."chargeId" DESC`;
    const count = asked.limit + 1;
    const newest = await readByClock(tx, asked, {
      zone,
      column: sql`part.sold_at`,
      selectRows: readRows,
      order,
      count,
    });
    const rows = await tx.execute<Row>(newest);
    return toPage(
      [...rows],
      asked.limit,
      ({ paidAt, chargeId }) => [new Date(paidAt).toISOString(), chargeId],
      ({ paidAt, ...sale }): SaleDto => ({ ...sale, paidAt: new Date(paidAt).toISOString() }),
    );
  });
}

/** What the order of a payment tells of it by product, code or table. An order has several products, and is counted with all. */
function toldBy(by: string): SQL {
  return sql`SELECT coalesce(sum(gross), 0) AS gross, coalesce(sum(tips), 0) AS tips,
      coalesce(max(orders), 0) AS orders, count(*) AS count
    FROM sale_parts own WHERE own.charge_id = part.charge_id AND own.dimension = ${by}`;
}
