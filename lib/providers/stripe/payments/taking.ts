import type { Call } from "../../contract/call.ts";
import type { PaymentRequest, PaymentState, Readiness, Taking } from "../../contract/payments.ts";
import { ProviderError } from "../../contract/provider-error.ts";
import { describeRequirements, readAccount } from "../account.ts";
import { amountProblem } from "../charge.ts";
import { askInAccount } from "../client.ts";
import { createMetadata, makePayment } from "../payment.ts";
import { tell } from "../words.ts";
import {
  intentSchema,
  readIntentState,
  readSessionState,
  sessionSchema,
  withCharge,
} from "./payment-state.ts";
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
  return { canTakePayments: false, said: describeRequirements(account) ?? tell("does_not_let_account_take") };
}

/** @throws ProviderError invalid_input for an amount that the currency does not have, and what Stripe refuses */
async function begin(call: Call, asked: PaymentRequest): Promise<PaymentState> {
  const problem = amountProblem(asked.amount, asked.currency);
  if (problem !== null) throw new ProviderError({ kind: "invalid_input", message: problem });
  if (asked.mode === "checkout") return beginCheckout(call, asked);
  const how =
    asked.mode === "saved"
      ? ({
          payment_method: asked.paymentMethod ?? "",
          confirm: true,
          // Nobody is there whom a bank's page could be shown: such a card is declined, not left half-way.
          off_session: true,
          automatic_payment_methods: { enabled: true, allow_redirects: "never" },
        } as const)
      : { automatic_payment_methods: { enabled: true } };
  const intent = await makePayment(call, intentSchema, asked, {
    ...how,
    ...toStripeCustomer(asked),
    expand: withCharge,
  });
  return readIntentState(intent);
}

/** A page of Stripe's. https://docs.stripe.com/api/checkout/sessions/create */
async function beginCheckout(call: Call, asked: PaymentRequest): Promise<PaymentState> {
  const { fee } = await call.platformFee(asked);
  const metadata = createMetadata(call, asked);
  const returnUrl = asked.returnUrl ?? "";
  const session = await askInAccount(call, "open a checkout", sessionSchema, ({ stripe, options }) =>
    stripe.checkout.sessions.create(
      {
        mode: "payment",
        line_items: [
          {
            price_data: {
              currency: asked.currency.toLowerCase(),
              unit_amount: asked.amount,
              product_data: { name: asked.description ?? asked.orderId ?? "Payment" },
            },
            quantity: 1,
          },
        ],
        success_url: returnUrl,
        cancel_url: returnUrl,
        metadata,
        payment_intent_data: {
          metadata,
          ...(asked.description ? { description: asked.description } : {}),
          ...(fee > 0 ? { application_fee_amount: fee } : {}),
        },
        ...(asked.orderId ? { client_reference_id: asked.orderId.slice(0, 200) } : {}),
        ...toGuest(asked),
      },
      { ...options, idempotencyKey: call.idempotencyKey },
    ),
  );
  return readSessionState(call, session);
}

function toGuest(asked: PaymentRequest) {
  const known = toStripeCustomer(asked);
  const email = asked.customer?.email;
  return "customer" in known || !email ? known : { customer_email: email };
}

/** A customer of the account at Stripe; the caller's own id of somebody means nothing there. */
function toStripeCustomer({ customer }: PaymentRequest): { customer?: string } {
  return customer?.id?.startsWith("cus_") ? { customer: customer.id } : {};
}
