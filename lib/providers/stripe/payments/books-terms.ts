import { z } from "zod";
import type { Call } from "../../contract/call.ts";
import type { AccountTerms } from "../../contract/payments.ts";
import { hint, hintedObject } from "../../kit/lenient.ts";
import { accountIdOf, askAsPlatform } from "../client.ts";

const accountSchema = z.looseObject({
  defaults: hintedObject({
    responsibilities: hintedObject({ fees_collector: hint, losses_collector: hint }),
  }),
});

/**
 * Who bears what, as Stripe has it of the account: `application`, `application_custom` and `application_express` are the
 * platform. Fees that Stripe collects are paid by the account. What is said in another word is left out.
 * https://docs.stripe.com/api/v2/core/accounts/object#v2_account_object-defaults-responsibilities
 */
export async function terms(call: Call): Promise<AccountTerms> {
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
