import { z } from "zod";
import type { Call } from "../../contract/call.ts";
import type { BooksPage, MoneyObject } from "../../contract/payments.ts";
import { ProviderError } from "../../contract/provider-error.ts";
import { askInAccount } from "../client.ts";
import { unreadable } from "../errors.ts";
import { dashboardOf, listAnswer, listQuery, readPage } from "./books-page.ts";
import { objectOf } from "./object-in.ts";
import { read } from "./taking-find.ts";

type Kind = MoneyObject["kind"];

const stripesWord: Record<Kind, string> = {
  payment: "charge",
  refund: "refund",
  dispute: "dispute",
  payout: "payout",
};

const anything = z.looseObject({});

/**
 * One object by its id: a payment by its charge's, or by its PaymentIntent's or Checkout session's, which may be over
 * before there is a charge.
 * @returns null where there is none
 */
export async function object(call: Call, kind: Kind, id: string): Promise<MoneyObject | null> {
  try {
    if (kind === "payment" && /^(pi|cs)_/.test(id)) {
      const isSession = id.startsWith("cs_");
      const refs = {
        sessionId: isSession ? id : null,
        paymentId: isSession ? null : id,
        chargeId: null,
      };
      return { kind, state: await read(call, refs) };
    }
    return objectOf(stripesWord[kind], await fetchOne(call, kind, id), dashboardOf(call));
  } catch (error) {
    if (error instanceof ProviderError && error.kind === "not_found") return null;
    if (error instanceof z.ZodError) throw unreadable(`read the ${kind}: ${error.message}`, error);
    throw error;
  }
}

async function fetchOne(call: Call, kind: Kind, id: string): Promise<unknown> {
  return askInAccount(call, `read the ${kind}`, anything, ({ stripe, options }) => {
    if (kind === "payment") return stripe.charges.retrieve(id, {}, options);
    if (kind === "refund") return stripe.refunds.retrieve(id, {}, options);
    if (kind === "dispute") return stripe.disputes.retrieve(id, {}, options);
    return stripe.payouts.retrieve(id, {}, options);
  });
}

/** Objects of a kind that were made since a moment, the newest first. */
export async function objects(
  call: Call,
  given: { kind: Kind; since: Date | null; cursor: string | null },
): Promise<BooksPage<MoneyObject>> {
  const query = listQuery(given);
  const answer = await askInAccount(call, `list each ${given.kind}`, listAnswer, ({ stripe, options }) => {
    if (given.kind === "payment") return stripe.charges.list(query, options);
    if (given.kind === "refund") return stripe.refunds.list(query, options);
    if (given.kind === "dispute") return stripe.disputes.list(query, options);
    return stripe.payouts.list(query, options);
  });
  const dashboard = dashboardOf(call);
  return readPage(answer, (record) => objectOf(stripesWord[given.kind], record, dashboard));
}
