import { z } from "zod";
import type { InboundEffect } from "../../contract/inbound.ts";
import { id } from "../../kit/lenient.ts";

const named = z.looseObject({ id });
const feeOf = z.looseObject({ charge: id });

type Kind = "payment" | "refund" | "dispute" | "payout";

/** By how a type begins, the more particular ones first: https://docs.stripe.com/api/events/types */
const kinds: readonly (readonly [prefix: string, kind: Kind])[] = [
  ["charge.dispute.", "dispute"],
  ["charge.refund.", "refund"],
  ["charge.", "payment"],
  ["refund.", "refund"],
  ["payout.", "payout"],
  ["payment_intent.", "payment"],
  ["checkout.session.", "payment"],
];

/**
 * What happened to money, and to which object: no more is taken from a message, for it may be late, and another one may
 * be lost. null = it is not about money.
 */
export function moneyIn(type: string, object: unknown): InboundEffect | null {
  if (type.startsWith("application_fee.")) {
    const charge = feeOf.safeParse(object).data?.charge;
    return { kind: "money_changed", object: charge === undefined ? null : { kind: "payment", id: charge } };
  }
  if (type.startsWith("balance.")) return { kind: "money_changed", object: null };
  const kind = kinds.find(([prefix]) => type.startsWith(prefix))?.[1];
  if (kind === undefined) return null;
  const about = named.safeParse(object).data?.id;
  return { kind: "money_changed", object: about === undefined ? null : { kind, id: about } };
}
