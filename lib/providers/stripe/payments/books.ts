import { z } from "zod";
import type { Call } from "../../contract/call.ts";
import type { AccountTerms, Books, BooksPage, MoneyObject } from "../../contract/payments.ts";
import { ProviderError } from "../../contract/provider-error.ts";
import { hint, hintedObject } from "../../kit/lenient.ts";
import { askAsPlatform, askInAccount, requireAccountId } from "../client.ts";
import { unreadable } from "../errors.ts";
import { understand } from "../movement.ts";
import { balances } from "./books-balances.ts";
import { movements, payoutItems } from "./books-movements.ts";
import { buildDashboardUrl, listAnswer, listQuery, readPage } from "./books-page.ts";
import { platform } from "./books-platform.ts";
import { readMoneyObject } from "./object-in.ts";
import { read } from "./taking-find.ts";

type Kind = MoneyObject["kind"];

const stripesWord: Record<Kind, string> = {
  payment: "charge",
  refund: "refund",
  dispute: "dispute",
  payout: "payout",
};

const anything = z.looseObject({});

const accountSchema = z.looseObject({
  defaults: hintedObject({
    responsibilities: hintedObject({ fees_collector: hint, losses_collector: hint }),
  }),
});

/** What Stripe says of the money in an account: balance transactions (https://docs.stripe.com/api/balance_transactions). */
export const books = {
  movements,
  balances,
  terms,
  object,
  objects,
  payoutItems,
  understand,
  platform,
} satisfies Books;

/**
 * Who bears what, as Stripe has it of the account: `application`, `application_custom` and `application_express` are the
 * platform. Fees that Stripe collects are paid by the account. What is said in another word is left out.
 * https://docs.stripe.com/api/v2/core/accounts/object#v2_account_object-defaults-responsibilities
 */
async function terms(call: Call): Promise<AccountTerms> {
  const account = await askAsPlatform(call, "read the account", accountSchema, ({ stripe, options }) =>
    stripe.v2.core.accounts.retrieve(requireAccountId(call), { include: ["defaults"] }, options),
  );
  const { fees_collector: fees, losses_collector: losses } = account.defaults?.responsibilities ?? {};
  return {
    ...(isPlatform(fees) ? { fees: "application" } : fees === "stripe" ? { fees: "account" } : {}),
    ...(isPlatform(losses) ? { losses: "application" } : losses === "stripe" ? { losses: "provider" } : {}),
  };
}

function isPlatform(collector: string | undefined): boolean {
  return /^application(_custom|_express)?$/.test(collector ?? "");
}

/**
 * One object by its id: a payment by its charge's, or by its PaymentIntent's or Checkout session's, which may be over
 * before there is a charge.
 * @returns null where there is none
 */
async function object(call: Call, kind: Kind, id: string): Promise<MoneyObject | null> {
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
    return readMoneyObject(stripesWord[kind], await fetchOne(call, kind, id), buildDashboardUrl(call));
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
async function objects(
  call: Call,
  page: { kind: Kind; since: Date | null; cursor: string | null },
): Promise<BooksPage<MoneyObject>> {
  const query = listQuery(page);
  const answer = await askInAccount(call, `list each ${page.kind}`, listAnswer, ({ stripe, options }) => {
    if (page.kind === "payment") return stripe.charges.list(query, options);
    if (page.kind === "refund") return stripe.refunds.list(query, options);
    if (page.kind === "dispute") return stripe.disputes.list(query, options);
    return stripe.payouts.list(query, options);
  });
  const dashboard = buildDashboardUrl(call);
  return readPage(answer, (record) => readMoneyObject(stripesWord[page.kind], record, dashboard));
}
