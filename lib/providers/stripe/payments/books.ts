import { z } from "zod";
import type { Call } from "../../contract/call.ts";
import type { AccountTerms, Books } from "../../contract/payments.ts";
import { hint, hintedObject } from "../../kit/lenient.ts";
import { accountIdOf, askAsPlatform } from "../client.ts";
import { understand } from "../movement.ts";
import { balances } from "./books-balances.ts";
import { movements, payoutItems } from "./books-movements.ts";
import { object, objects } from "./books-objects.ts";
import { platform } from "./books-platform.ts";

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
    stripe.v2.core.accounts.retrieve(accountIdOf(call), { include: ["defaults"] }, options),
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
