import { and, eq, inArray, notInArray, sql } from "drizzle-orm";
import { z } from "zod";
import { db, type Tx } from "#db/client.ts";
import { ledgerJournals } from "#db/schema/ledger.ts";
import { refunds } from "#db/schema/payments.ts";
import { messageSchema } from "#lib/failures/message.ts";
import { say } from "#lib/failures/say.ts";
import { findManifest } from "#lib/providers/manifests.ts";
import type { Locale } from "#lib/words/locale.ts";
import { render } from "#lib/words/render.ts";
import type { ChargeDto, RefundDto } from "./schema.ts";
import type { ChargeRow } from "./states/apply-payment.ts";
import type { RefundRow } from "./states/apply-refund.ts";

/** What stands beside a payment's row: given back by now, and what the app itself has taken of it. */
export type Beside = { refunded: number; providerFee: { amount: number; currency: string } | null };

const feesIn = z.looseObject({ fees: z.array(z.looseObject({ kind: z.string(), amount: z.int() })) });

/** By the ids of the rows. A statement each for all of them. */
export async function readBeside(
  tx: Tx,
  merchantId: string,
  rows: readonly ChargeRow[],
): Promise<(row: ChargeRow) => Beside> {
  if (rows.length === 0) return () => ({ refunded: 0, providerFee: null });
  const sums = await tx
    .select({ chargeId: refunds.chargeId, sum: sql<number>`sum(${refunds.amount})`.mapWith(Number) })
    .from(refunds)
    .where(
      and(
        eq(refunds.merchantId, merchantId),
        inArray(
          refunds.chargeId,
          rows.map(({ id }) => id),
        ),
        notInArray(refunds.status, ["failed", "canceled"]),
      ),
    )
    .groupBy(refunds.chargeId);
  const refunded = new Map(sums.map(({ chargeId, sum }) => [chargeId, sum]));
  const fees = await readProviderFees(tx, merchantId, rows);
  return (row) => ({ refunded: refunded.get(row.id) ?? 0, providerFee: fees.get(toPlaceKey(row)) ?? null });
}

async function readProviderFees(tx: Tx, merchantId: string, rows: readonly ChargeRow[]) {
  const ids = rows.flatMap(({ chargeId }) => chargeId ?? []);
  if (ids.length === 0) return new Map<string, { amount: number; currency: string }>();
  const journals = await tx
    .select()
    .from(ledgerJournals)
    .where(
      and(
        eq(ledgerJournals.merchantId, merchantId),
        inArray(ledgerJournals.paymentId, ids),
        eq(ledgerJournals.kind, "payment"),
        eq(ledgerJournals.book, "merchant"),
      ),
    );
  return new Map(
    journals.map(({ facts, currency, ...journal }) => {
      const fees = feesIn.safeParse(facts).data?.fees ?? [];
      const amount = fees.reduce((sum, fee) => (fee.kind === "provider" ? sum + fee.amount : sum), 0);
      return [toPlaceKey({ ...journal, chargeId: journal.paymentId }), { amount, currency }];
    }),
  );
}

/** Ids at a provider are unique within an account. */
function toPlaceKey({
  provider,
  environment,
  accountId,
  chargeId,
}: Pick<ChargeRow, "provider" | "environment" | "accountId" | "chargeId">): string {
  return [provider, environment, accountId, chargeId].join("\n");
}

export async function readChargeDto(row: ChargeRow, locale: Locale): Promise<ChargeDto> {
  return toChargeDto(row, (await readBeside(db(), row.merchantId, [row]))(row), locale);
}

/** A payment as callers see it. */
export function toChargeDto(row: ChargeRow, { refunded, providerFee }: Beside, locale: Locale): ChargeDto {
  const { amount, fee, createdAt, paidAt } = row;
  return {
    id: row.id,
    integrationId: row.integrationId,
    provider: row.provider,
    environment: row.environment,
    origin: row.origin,
    mode: row.mode,
    status: row.status,
    providerStatus: row.providerStatus,
    amount,
    currency: row.currency,
    takesPlatformFee: takesPlatformFee(row),
    platformFeeNote: getFeeNote(row, locale),
    platformFee: fee,
    merchantPart: fee === null ? null : amount - fee,
    providerFee,
    tip: row.tip,
    refunded,
    orderId: row.orderId,
    customer: row.customer,
    description: row.description,
    url: row.url,
    failure: readFailure(row, locale),
    providerPaymentId: row.chargeId ?? row.paymentId ?? row.sessionId,
    createdAt: createdAt.toISOString(),
    paidAt: paidAt?.toISOString() ?? null,
  };
}

/** Where an app's payments are found and not taken here, none of them bears a fee of the platform's. */
export function takesPlatformFee({ provider }: Pick<ChargeRow, "provider">): boolean {
  return findManifest(provider)?.paymentFacts?.takesPlatformFee ?? false;
}

function getFeeNote(row: ChargeRow, locale: Locale): string | null {
  if (takesPlatformFee(row)) return null;
  const app = findManifest(row.provider)?.name ?? row.provider;
  return render(say("platform_fee_none", { app }), locale);
}

export function toRefundDto(row: RefundRow, locale: Locale): RefundDto {
  return {
    id: row.id,
    chargeId: row.chargeId,
    origin: row.origin,
    status: row.status,
    amount: row.amount,
    currency: row.currency,
    reason: row.reason,
    platformFeeReturned: row.feeRefunded,
    failure: readFailure(row, locale),
    providerRefundId: row.refundId,
    createdAt: row.createdAt.toISOString(),
  };
}

function readFailure(
  { failureCode, failureParams }: Pick<ChargeRow, "failureCode" | "failureParams">,
  locale: Locale,
) {
  const said = messageSchema.safeParse({ code: failureCode, params: failureParams ?? {} }).data;
  return said ? { code: said.code, message: render(said, locale) } : null;
}
