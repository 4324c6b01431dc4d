import type { Call } from "../../contract/call.ts";
import type { PaymentRequest, Readiness, Taking } from "../../contract/payments.ts";
import { readAccount } from "../account.ts";
import { lacksOf } from "../account-words.ts";
import { tell } from "../words.ts";
import { begin } from "./taking-begin.ts";
import { end, find, read } from "./taking-find.ts";
import { findRefund, refund } from "./taking-refund.ts";

const example = {
  amount: 5_000,
  currency: "EUR",
  orderId: "ord_1042",
  description: "Table 7, order 1042",
  customer: null,
  paymentMethod: null,
  returnUrl: null,
};
const examples: PaymentRequest[] = [
  { ...example, mode: "checkout", returnUrl: "https://shop.example/thanks" },
  { ...example, mode: "intent" },
  { ...example, mode: "saved", paymentMethod: "pm_card_visa" },
];

/** Direct charges in the merchant's own account. https://docs.stripe.com/connect/direct-charges */
export const taking = {
  modes: ["checkout", "intent", "saved"],
  examples,
  takesPlatformFee: true,
  readiness,
  begin,
  find,
  read,
  end,
  refund,
  findRefund,
} satisfies Taking;

/**
 * Whether Stripe lets the account take cards: by the capability, not by what is still to be given, which may be due much
 * later. https://docs.stripe.com/connect/account-capabilities
 */
async function readiness(call: Call): Promise<Readiness> {
  const account = await readAccount(call);
  if (account.canTakePayments) return { canTakePayments: true, said: null };
  return { canTakePayments: false, said: lacksOf(account) ?? tell("does_not_let_account_take") };
}
