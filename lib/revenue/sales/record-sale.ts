import { and, asc, eq, ne, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { chargeLines, charges } from "#db/schema/payments.ts";
import { saleParts, salesDays, salesMonths, salesQuarters } from "#db/schema/revenue.ts";
import { toQuarterHour } from "#lib/ledger/roll-up.ts";
import { type SalePart, splitSale } from "./split-sale.ts";

type Charge = typeof charges.$inferSelect;
type Stored = typeof saleParts.$inferSelect;

/**
 * Counts a payment in reports as it stands now: what it counted for before is taken out, so that it may be called again
 * whenever something becomes known of it, by anybody, in any order. One that has not succeeded counts for nothing.
 * @param chargeId ours
 */
export async function recordSale(tx: Tx, chargeId: string): Promise<void> {
  const [charge] = await tx.select().from(charges).where(eq(charges.id, chargeId)).for("update");
  if (!charge) return;
  const before = await tx.select().from(saleParts).where(eq(saleParts.chargeId, chargeId));
  const after = charge.status === "succeeded" ? await partsNow(tx, charge, before) : [];
  if (areSame(before, after)) return;
  if (before.length > 0) await tx.delete(saleParts).where(eq(saleParts.chargeId, chargeId));
  if (after.length > 0) await tx.insert(saleParts).values(after);
  await move(tx, before, after);
}

async function partsNow(tx: Tx, charge: Charge, before: readonly Stored[]): Promise<Stored[]> {
  const lines = await tx
    .select()
    .from(chargeLines)
    .where(eq(chargeLines.chargeId, charge.id))
    .orderBy(asc(chargeLines.position));
  const counted = before.find(({ dimension }) => dimension === "all");
  const isFirst = counted ? counted.orders > 0 : await isFirstOfOrder(tx, charge);
  const { id: chargeId, merchantId, environment, currency } = charge;
  const soldAt = charge.paidAt ?? charge.createdAt;
  return splitSale({ ...charge, lines }, isFirst).map((part) => ({
    chargeId,
    merchantId,
    environment,
    currency,
    soldAt,
    ...part,
  }));
}

/** Of several payments for one order, the one that was counted first counts the order; two at once wait for each other. */
async function isFirstOfOrder(tx: Tx, { id, merchantId, environment, orderId }: Charge): Promise<boolean> {
  if (orderId === null) return true;
  const name = ["sale", merchantId, environment, orderId].join("\n");
  await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended(${name}, 0))`);
  const [other] = await tx
    .select({ id: charges.id })
    .from(charges)
    .innerJoin(saleParts, eq(saleParts.chargeId, charges.id))
    .where(
      and(
        eq(charges.merchantId, merchantId),
        eq(charges.environment, environment),
        eq(charges.orderId, orderId),
        ne(charges.id, id),
        eq(saleParts.dimension, "all"),
        eq(saleParts.orders, 1),
      ),
    )
    .limit(1);
  return other === undefined;
}

function areSame(before: readonly Stored[], after: readonly Stored[]): boolean {
  const formatParts = (parts: readonly Stored[]) =>
    parts.map((part) => JSON.stringify(keyAndSums(part))).sort();
  return JSON.stringify(formatParts(before)) === JSON.stringify(formatParts(after));
}

function keyAndSums({ currency, dimension, value, soldAt, gross, tips, orders, quantity }: Stored) {
  return [currency, dimension, value, soldAt.toISOString(), gross, tips, orders, quantity];
}

type Sums = Pick<SalePart, "gross" | "tips" | "orders" | "quantity">;
type Moved = Omit<Stored, "chargeId">;

async function move(tx: Tx, before: readonly Stored[], after: readonly Stored[]): Promise<void> {
  const all: Moved[] = [...before.map(negated), ...after];
  const quarters = summed(all, (at) => toQuarterHour(at)).map(({ at, ...row }) => ({
    ...row,
    quarterAt: at,
  }));
  const days = summed(all, startOfDay).map(({ at, ...row }) => ({ ...row, dayAt: at }));
  const months = summed(all, startOfMonth).map(({ at, ...row }) => ({ ...row, monthAt: at }));
  if (quarters.length > 0) {
    const { merchantId, environment, currency, dimension, quarterAt, value } = salesQuarters;
    await tx
      .insert(salesQuarters)
      .values(quarters)
      .onConflictDoUpdate({
        target: [merchantId, environment, currency, dimension, quarterAt, value],
        set: additions("sales_quarters"),
      });
  }
  if (days.length > 0) {
    const { merchantId, environment, currency, dimension, dayAt, value } = salesDays;
    await tx
      .insert(salesDays)
      .values(days)
      .onConflictDoUpdate({
        target: [merchantId, environment, currency, dimension, dayAt, value],
        set: additions("sales_days"),
      });
  }
  if (months.length > 0) {
    const { merchantId, environment, currency, dimension, monthAt, value } = salesMonths;
    await tx
      .insert(salesMonths)
      .values(months)
      .onConflictDoUpdate({
        target: [merchantId, environment, currency, dimension, monthAt, value],
        set: additions("sales_months"),
      });
  }
}

function negated(part: Stored): Stored {
  const { gross, tips, orders, quantity } = part;
  return { ...part, gross: -gross, tips: -tips, orders: -orders, quantity: -quantity };
}

function startOfDay(at: Date): Date {
  return new Date(`${at.toISOString().slice(0, 10)}T00:00:00Z`);
}

function startOfMonth(at: Date): Date {
  return new Date(`${at.toISOString().slice(0, 7)}-01T00:00:00Z`);
}

/** One row for each key, none of nothing, in one order for everybody: two that count at once wait for each other. */
function summed(parts: readonly Moved[], getStart: (at: Date) => Date) {
  const rows = new Map<string, Omit<Moved, "soldAt"> & { at: Date }>();
  for (const { soldAt, gross, tips, orders, quantity, ...about } of parts) {
    const { merchantId, environment, currency, dimension, value } = about;
    const at = getStart(soldAt);
    const key = JSON.stringify([currency, dimension, at, value]);
    const sums: Sums = rows.get(key) ?? { gross: 0, tips: 0, orders: 0, quantity: 0 };
    rows.set(key, {
      merchantId,
      environment,
      currency,
      dimension,
      value,
      at,
      gross: sums.gross + gross,
      tips: sums.tips + tips,
      orders: sums.orders + orders,
      quantity: sums.quantity + quantity,
    });
  }
  return [...rows]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, row]) => row)
    .filter((row) => row.gross !== 0 || row.tips !== 0 || row.orders !== 0 || row.quantity !== 0);
}

function additions(table: "sales_quarters" | "sales_days" | "sales_months") {
  const addColumn = (column: keyof Sums) => sql.raw(`${table}.${column} + excluded.${column}`);
  return {
    gross: addColumn("gross"),
    tips: addColumn("tips"),
    orders: addColumn("orders"),
    quantity: addColumn("quantity"),
  };
}
