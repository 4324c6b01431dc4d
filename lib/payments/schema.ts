import { z } from "zod";
import { say } from "#lib/failures/say.ts";
import { saidParam } from "#lib/failures/values.ts";
import { pageInput, pageOf } from "#lib/listing/page.ts";
import { inOrder, periodInput } from "#lib/listing/period-schema.ts";
import { emailText, shortText, urlText } from "#lib/text-schema.ts";

const amount = z
  .int()
  .min(1)
  .max(99_999_999_999)
  .describe(
    "In the smallest unit, as Stripe counts it: 5000 is 50.00 EUR, 5000 JPY, and 50 ISK, which is written with two zeros",
  );
const currency = shortText(20)
  .regex(/^[A-Za-z]{3}$/, saidParam(say("field_currency")))
  .toUpperCase()
  .describe("ISO 4217");
const id = shortText(100).min(1);
const reason = shortText(500).min(1);

export const chargeStatusSchema = z
  .enum(["begun", "unknown", "waiting", "processing", "succeeded", "failed", "ended"])
  .describe(
    "begun: asked for just now. unknown: the app was asked and its answer was lost; it is looked up, and never asked twice. waiting: on the guest. processing: with a bank. ended: nobody can pay it any more",
  );
export type ChargeStatus = z.infer<typeof chargeStatusSchema>;

const modeSchema = z
  .enum(["checkout", "intent", "saved"])
  .describe(
    "checkout: a page of the app's, at `url`. intent: your own page takes the card, with `clientSecret`. saved: a card on file",
  );

export const createChargeInput = z
  .strictObject({
    integrationId: id.describe("The connection that takes the payment"),
    amount,
    currency,
    orderId: shortText(200).min(1).optional().describe("Your id of the order"),
    customer: z
      .strictObject({
        id: shortText(200)
          .min(1)
          .optional()
          .describe("The customer's id at the app (`cus_…`), which `saved` needs, or your own"),
        name: shortText(500).min(1).optional(),
        email: emailText(saidParam(say("field_email_address"))).optional(),
      })
      .optional(),
    description: shortText(500).min(1).optional().describe("The guest reads it on the page and the receipt"),
    mode: modeSchema,
    paymentMethod: shortText(200).min(1).optional().describe("The card on file, for `saved`: `pm_…`"),
    returnUrl: urlText(saidParam(say("field_http_address")), /^https?$/)
      .optional()
      .describe("Where the app's page leads back to, for `checkout`"),
    tip: z.int().min(0).optional().describe("The tip within the amount"),
  })
  .check((context) => {
    const { mode, paymentMethod, returnUrl, tip, amount: whole } = context.value;
    const fault = (path: string, message: string) =>
      context.issues.push({ code: "custom", path: [path], message, input: context.value });
    if (mode === "checkout" && returnUrl === undefined)
      fault("returnUrl", saidParam(say("field_needed_for_checkout")));
    if (mode !== "checkout" && returnUrl !== undefined)
      fault("returnUrl", saidParam(say("field_checkout_only")));
    if (mode === "saved" && paymentMethod === undefined)
      fault("paymentMethod", saidParam(say("field_needed_for_saved")));
    if (mode !== "saved" && paymentMethod !== undefined)
      fault("paymentMethod", saidParam(say("field_saved_only")));
    if (tip !== undefined && tip > whole) fault("tip", saidParam(say("field_tip_over_amount")));
  });
export type CreateCharge = z.output<typeof createChargeInput>;

export const chargeIdInput = z.strictObject({ id });

const chargeFilters = {
  ...periodInput,
  status: chargeStatusSchema.optional(),
  orderId: shortText(200).min(1).optional(),
  integrationId: id.optional(),
};

export const listChargesInput = z.strictObject({ ...pageInput, ...chargeFilters }).check(inOrder);

export const chargesFileInput = z.strictObject(chargeFilters).check(inOrder);

export const createRefundInput = z.strictObject({
  id,
  amount: amount.optional().describe("Left out: all that is left"),
  reason: reason
    .optional()
    .describe("`duplicate`, `fraudulent` and `requested_by_customer` are told the app as well"),
});

export const previewRefundInput = z.strictObject({
  id,
  amount: z.coerce.number().pipe(amount).optional(),
});

const failure = z.object({ code: z.string(), message: z.string() }).nullable();
const money = z.int().describe("In the smallest unit of `currency`");

export const refundDto = z.object({
  id: z.string(),
  chargeId: z.string(),
  origin: z.enum(["request", "automation", "provider"]),
  status: z
    .enum(["begun", "unknown", "pending", "succeeded", "failed", "canceled"])
    .describe("succeeded may become failed for some days, when the guest's bank sends the money back"),
  amount: money,
  currency: z.string(),
  reason: z.string().nullable(),
  platformFeeReturned: money
    .nullable()
    .describe("What came back of the platform's fee with it, as the app reports it; null = not told yet"),
  failure,
  providerRefundId: z.string().nullable(),
  createdAt: z.iso.datetime(),
});
export type RefundDto = z.infer<typeof refundDto>;

export const chargeDto = z.object({
  id: z.string(),
  integrationId: z.string().nullable(),
  provider: z.string(),
  environment: z.enum(["live", "sandbox"]),
  origin: z
    .enum(["request", "automation", "provider"])
    .describe("Who asked for it: a program or person here, an automation, or somebody at the app"),
  mode: modeSchema.nullable(),
  status: chargeStatusSchema,
  providerStatus: z.string().nullable().describe("The app's own word for the status"),
  amount: money,
  currency: z.string(),
  takesPlatformFee: z
    .boolean()
    .describe("false: this app keeps no share for the platform, so there is no platform fee"),
  platformFee: money.nullable().describe("The platform's share, by its policy; null = not known"),
  platformFeeNote: z
    .string()
    .nullable()
    .describe("Why the platform takes no fee of it; null where it takes one"),
  merchantPart: money
    .nullable()
    .describe("The amount less the platform's fee. The app's own fee comes off it as well"),
  providerFee: z
    .object({ amount: z.int(), currency: z.string() })
    .nullable()
    .describe("What the app itself takes, in the account's currency; null until it says so"),
  tip: money.nullable(),
  refunded: money.describe("Given back by now, or on its way"),
  orderId: z.string().nullable(),
  customer: z
    .object({ id: z.string().optional(), name: z.string().optional(), email: z.string().optional() })
    .nullable(),
  description: z.string().nullable(),
  url: z.string().nullable().describe("The app's page, for `checkout` that waits"),
  failure,
  providerPaymentId: z.string().nullable(),
  createdAt: z.iso.datetime(),
  paidAt: z.iso.datetime().nullable(),
});
export type ChargeDto = z.infer<typeof chargeDto>;

export const createdChargeDto = chargeDto.extend({
  clientSecret: z
    .string()
    .nullable()
    .describe("For your page, of `intent` that waits. It is not kept: only this answer has it"),
});

export const chargeDetailDto = chargeDto.extend({
  feeRule: z
    .object({
      policyId: z.string().nullable().describe("null = the rule that is built in"),
      basisPoints: z.int().describe("Hundredths of a per cent"),
      minimum: money,
      step: z.int().describe("What the fee is a multiple of"),
      share: money.describe("The share of the amount, rounded half up to a step"),
      ceiling: money.describe("5 % of the amount, rounded down to a step: no fee is above it"),
      decidedBy: z.enum(["share", "minimum", "ceiling"]),
      decidedAt: z.iso.datetime(),
    })
    .nullable()
    .describe("How the fee came about; null where it was not decided here"),
  refundable: money.describe("What can be given back now"),
  refunds: z.array(refundDto),
  disputes: z.array(
    z.object({
      id: z.string(),
      status: z.string(),
      amount: z.int(),
      currency: z.string(),
      reason: z.string().nullable(),
      isInquiry: z.boolean(),
      answerBy: z.iso.datetime().nullable(),
      evidenceUrl: z.string().nullable(),
      openedAt: z.iso.datetime(),
    }),
  ),
});
export type ChargeDetailDto = z.infer<typeof chargeDetailDto>;

export const chargePage = pageOf(chargeDto);

export const refundPreviewDto = z.object({
  amount: money,
  currency: z.string(),
  left: money.describe("What can still be given back after it"),
  guestGets: money,
  platformGivesBack: money.nullable().describe("Of its fee, in proportion; what the app then reports counts"),
  isPlatformPartEstimated: z.boolean().describe("The app does not say how it rounds"),
  merchantPays: money.nullable().describe("What leaves the merchant's balance"),
  providerFeeKept: z
    .object({ amount: z.int(), currency: z.string() })
    .nullable()
    .describe("The app's own fee of the payment, which does not come back; null = not known"),
  waitsForBalance: z
    .boolean()
    .nullable()
    .describe("The available balance is less than what leaves it; null = not known"),
  message: z.string(),
});
export type RefundPreviewDto = z.infer<typeof refundPreviewDto>;
