import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { charges } from "#db/schema/payments.ts";
import type { PaidFor } from "./amounts-schema.ts";

const columns = {
  id: charges.id,
  provider: charges.provider,
  environment: charges.environment,
  accountId: charges.accountId,
  chargeId: charges.chargeId,
  amount: charges.amount,
  currency: charges.currency,
  status: charges.status,
  paidAt: charges.paidAt,
  orderId: charges.orderId,
  orderEventId: charges.orderEventId,
  scanEventId: charges.scanEventId,
  qrCodeId: charges.qrCodeId,
  tableNumber: charges.tableNumber,
  description: charges.description,
};

/** A payment as its provider names it, within an account there. */
type PaymentAtProvider = {
  provider: string;
  environment: string;
  accountId: string;
  paymentId: string | null;
};

const toKey = ({ provider, environment, accountId, paymentId }: PaymentAtProvider) =>
  JSON.stringify([provider, environment, accountId, paymentId]);

/** Finds which of a merchant's payments rows of the ledger are about. @returns what looks one up; null = it is not known */
export async function findPaidFor(
  tx: Tx,
  merchantId: string,
  payments: readonly PaymentAtProvider[],
): Promise<(payment: PaymentAtProvider) => PaidFor | null> {
  const ids = [...new Set(payments.flatMap(({ paymentId }) => paymentId ?? []))];
  const accounts = [...new Set(payments.map(({ accountId }) => accountId))];
  const providers = [...new Set(payments.map(({ provider }) => provider))];
  if (ids.length === 0) return () => null;
  const rows = await tx
    .select(columns)
    .from(charges)
    .where(
      and(
        eq(charges.merchantId, merchantId),
        inArray(charges.provider, providers),
        inArray(charges.environment, ["live", "sandbox"]),
        inArray(charges.accountId, accounts),
        inArray(charges.chargeId, ids),
      ),
    );
  const byKey = new Map(rows.map((row) => [toKey({ ...row, paymentId: row.chargeId }), toPaidFor(row)]));
  return (payment) => byKey.get(toKey(payment)) ?? null;
}

/** The same by our own ids. */
export async function readPaidFor(
  tx: Tx,
  merchantId: string,
  chargeIds: readonly string[],
): Promise<ReadonlyMap<string, PaidFor>> {
  if (chargeIds.length === 0) return new Map();
  const rows = await tx
    .select(columns)
    .from(charges)
    .where(and(eq(charges.merchantId, merchantId), inArray(charges.id, [...new Set(chargeIds)])));
  return new Map(rows.map((row) => [row.id, toPaidFor(row)]));
}

type Row = { [Name in keyof typeof columns]: (typeof charges.$inferSelect)[Name] };

function toPaidFor({ id, paidAt, provider, environment, accountId, chargeId, ...row }: Row): PaidFor {
  return { ...row, chargeId: id, paidAt: paidAt?.toISOString() ?? null };
}
