import { and, eq } from "drizzle-orm";
import { db, type Tx } from "#db/client.ts";
import { feeDecisions } from "#db/schema/fees.ts";
import { say } from "#lib/failures/say.ts";
import { money, withCurrency } from "#lib/money/money.ts";
import type { PlatformFee } from "#lib/providers/contract/platform-fee.ts";
import { ProviderError } from "#lib/providers/contract/provider-error.ts";
import { computeFee } from "./compute-fee.ts";
import { findFeePolicy } from "./find-policy.ts";

/** One payment, before anybody is asked for it. */
export interface Payment {
  merchantId: string;
  /** What keeps it from being made twice. */
  key: string;
  /** In the smallest unit that Stripe counts in. */
  amount: number;
  currency: string;
}

/**
 * The platform's fee for a payment. It is written before the payment is asked for, with how it came about; whoever asks
 * again with the same key gets the same fee, whatever the rule is by then.
 * @throws {ProviderError} `conflict` where the key was used for another amount
 */
export async function decideFee(payment: Payment): Promise<PlatformFee> {
  return db().transaction((tx) => decideFeeWithin(tx, payment));
}

/** The same as a part of what else is written of the payment. */
export async function decideFeeWithin(tx: Tx, payment: Payment): Promise<PlatformFee> {
  const { merchantId, key, amount } = payment;
  const currency = payment.currency.toUpperCase();
  const own = and(eq(feeDecisions.merchantId, merchantId), eq(feeDecisions.key, key));
  const [known] = await tx.select().from(feeDecisions).where(own);
  if (known) return requireSame(known, { amount, currency });
  const at = new Date();
  const { id: policyId, ...rule } = await findFeePolicy(tx, { merchantId, currency, at });
  const row = withCurrency(currency, (unit) => {
    const { fee, arithmetic } = computeFee(money(unit, amount), rule, at);
    return { merchantId, key, amount, currency, fee: fee.minor, policyId, arithmetic, decidedAt: at };
  });
  const [written] = await tx.insert(feeDecisions).values(row).onConflictDoNothing().returning();
  if (written) return written;
  // Somebody was quicker.
  const [theirs] = await tx.select().from(feeDecisions).where(own);
  return requireSame(theirs ?? row, { amount, currency });
}

function requireSame(
  decision: PlatformFee & { amount: number; currency: string },
  asked: { amount: number; currency: string },
): PlatformFee {
  if (decision.amount === asked.amount && decision.currency === asked.currency) return decision;
  throw new ProviderError({
    kind: "conflict",
    message: say("payment_key_reused"),
    detail: `${decision.amount} ${decision.currency} before, ${asked.amount} ${asked.currency} now`,
  });
}
