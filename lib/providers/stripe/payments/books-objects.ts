import { z } from "zod";
import type { Call } from "../../call.ts";
import { hintedObject } from "../../lenient.ts";
import type { BooksPage, MoneyObject } from "../../payments.ts";
import { ProviderError } from "../../provider-error.ts";
import { askInAccount } from "../client.ts";
import { unreadableAnswer } from "../errors.ts";
import { listAnswer, listQuery, readPage } from "./books-page.ts";
import { dashboardOf } from "./dashboard.ts";
import { idOf } from "./id-of.ts";
import { objectOf } from "./object-in.ts";

type Kind = MoneyObject["kind"];

const stripesWord: Record<Kind, string> = {
  payment: "charge",
  refund: "refund",
  dispute: "dispute",
  payout: "payout",
};

const anything = z.looseObject({});
const payment = z.looseObject({ latest_charge: z.unknown() });
const session = z.looseObject({ payment_intent: hintedObject({ latest_charge: z.unknown() }) });

/**
 * One object by its id: a payment by its charge's, its PaymentIntent's or its Checkout session's, which is then known by its last charge.
 * @returns null where there is none, or a payment that has no charge yet
 */
export async function object(call: Call, kind: Kind, id: string): Promise<MoneyObject | null> {
  try {
    const found = await fetchOne(call, kind, id);
    return found === null ? null : objectOf(stripesWord[kind], found, dashboardOf(call));
  } catch (error) {
    if (error instanceof ProviderError && error.kind === "not_found") return null;
    if (error instanceof z.ZodError) throw unreadableAnswer(`read the ${kind}: ${error.message}`, error);
    throw error;
  }
}

async function fetchOne(call: Call, kind: Kind, id: string): Promise<unknown> {
  const what = `read the ${kind}`;
  if (kind === "payment" && id.startsWith("pi_")) {
    const found = await askInAccount(call, what, payment, ({ stripe, options }) =>
      stripe.paymentIntents.retrieve(id, { expand: ["latest_charge"] }, options),
    );
    return idOf(found.latest_charge) === null ? null : found.latest_charge;
  }
  if (kind === "payment" && id.startsWith("cs_")) {
    const found = await askInAccount(call, what, session, ({ stripe, options }) =>
      stripe.checkout.sessions.retrieve(id, { expand: ["payment_intent.latest_charge"] }, options),
    );
    const charge = found.payment_intent?.latest_charge;
    return idOf(charge) === null ? null : charge;
  }
  return askInAccount(call, what, anything, ({ stripe, options }) => {
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
