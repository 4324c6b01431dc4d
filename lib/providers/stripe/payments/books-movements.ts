import { z } from "zod";
import type { Call } from "../../contract/call.ts";
import type { Movement } from "../../contract/movement.ts";
import type { BooksPage, TellsOf } from "../../contract/payments.ts";
import { ProviderError } from "../../contract/provider-error.ts";
import { hint, id } from "../../kit/lenient.ts";
import { askAsPlatform, askInAccount, readId } from "../client.ts";
import { balanceTransaction, toMovement } from "../movement.ts";
import { buildDashboardUrl, listAnswer, listQuery, readPage } from "./books-page.ts";
import { objectIn } from "./object-in.ts";

const feeRefund = z.looseObject({ id: z.string().startsWith("fr_"), fee: z.unknown() });

const charge = z.looseObject({ id, application_fee: hint });

const withSource = z.looseObject({ source: z.unknown() });

const fee = z.looseObject({ charge: z.unknown() });

/**
 * Movements of an account's balance, the newest first, with the objects that they come of.
 * https://docs.stripe.com/api/balance_transactions/list
 */
export async function movements(
  call: Call,
  page: { since: Date | null; cursor: string | null },
): Promise<BooksPage<TellsOf>> {
  const answer = await askInAccount(call, "list movements", listAnswer, ({ stripe, options }) =>
    stripe.balanceTransactions.list({ ...listQuery(page), expand: ["data.source"] }, options),
  );
  const dashboard = buildDashboardUrl(call);
  const paymentByFee = await feePayments(call, answer.data);
  return readPage(answer, (record) => {
    const transaction = balanceTransaction.parse(record);
    const movement = toMovement(transaction);
    return {
      movement: { ...movement, paymentId: movement.paymentId ?? paymentByFee(transaction.source) },
      object: objectIn(transaction.source, dashboard),
    };
  });
}

/**
 * What a payout is made of, without its own movement. Stripe can say this of automatic payouts only, once they are
 * itemised. https://docs.stripe.com/payouts/reconciliation
 */
export async function payoutItems(
  call: Call,
  { payoutId, cursor }: { payoutId: string; cursor: string | null },
): Promise<BooksPage<Movement>> {
  const query = { ...listQuery({ since: null, cursor }), payout: payoutId };
  const answer = await askInAccount(call, "list the items of the payout", listAnswer, (sent) =>
    sent.stripe.balanceTransactions.list(query, sent.options),
  );
  return readPage(answer, (record) => {
    const movement = toMovement(balanceTransaction.parse(record));
    return movement.objectId === payoutId ? null : movement;
  });
}

/**
 * Of which payments the platform's fees are that went back on a page of movements. A fee refund names its fee, and the
 * fee its charge: on the page itself where that is on it, else the platform asks (https://docs.stripe.com/api/application_fees).
 * @returns the charge's id for a movement's source; null for what is no fee refund
 */
async function feePayments(
  call: Call,
  records: readonly unknown[],
): Promise<(source: unknown) => string | null> {
  const sources = records.map((record) => withSource.safeParse(record).data?.source);
  const known = new Map<string, string>();
  for (const source of sources) {
    const read = charge.safeParse(source).data;
    if (read?.application_fee) known.set(read.application_fee, read.id);
  }
  for (const feeId of new Set(sources.flatMap((source) => readFeeId(source) ?? []))) {
    if (known.has(feeId)) continue;
    const chargeId = await findChargeId(call, feeId);
    if (chargeId !== null) known.set(feeId, chargeId);
  }
  return (source) => known.get(readFeeId(source) ?? "") ?? null;
}

function readFeeId(source: unknown): string | null {
  const read = feeRefund.safeParse(source).data;
  return read ? readId(read.fee) : null;
}

async function findChargeId(call: Call, feeId: string): Promise<string | null> {
  try {
    const found = await askAsPlatform(call, "read the fee", fee, ({ stripe, options }) =>
      stripe.applicationFees.retrieve(feeId, {}, options),
    );
    return readId(found.charge);
  } catch (error) {
    // Another platform's fee, say: the movement is booked without it.
    if (error instanceof ProviderError && error.kind === "not_found") return null;
    throw error;
  }
}
