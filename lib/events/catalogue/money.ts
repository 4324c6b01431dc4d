import { z } from "zod";
import { instant } from "#lib/instant-schema.ts";
import { shortText } from "#lib/text-schema.ts";
import { defineEventType } from "./define.ts";
import { currency, minorUnits, reference } from "./fields.ts";

const account = {
  provider: z.string().describe("The app, such as stripe"),
  environment: z.enum(["live", "sandbox"]).describe("Whether it is about real money"),
  accountId: reference.describe("The account at the app"),
};

export const disputeOpened = defineEventType({
  type: "dispute.opened",
  version: 1,
  source: "patchbay",
  group: "Money",
  title: "Payment disputed",
  description: "A guest's bank wants a payment back, or asks about it.",
  about: { amount: ["amount"] },
  schema: z.strictObject({
    disputeId: reference.describe("The dispute"),
    ...account,
    chargeId: reference.nullable().describe("The charge it is about; null where that is not known"),
    orderId: shortText(200).nullable().describe("The order that was paid; null where that is not known"),
    amount: minorUnits.describe("What the bank wants, in minor units such as cents"),
    currency,
    reason: shortText(200).nullable().describe("Why, in one word of the app's"),
    isInquiry: z.boolean().describe("The bank only asks, and takes no money yet"),
    answerBy: instant.nullable().describe("Until when evidence is taken; null = none is"),
    evidenceUrl: shortText(2_000).nullable().describe("Where the evidence is given"),
    openedAt: instant.describe("When the bank opened it"),
  }),
  example: {
    disputeId: "dsp_0199c0f3a1b2c3d4e5f60718293a4b5c",
    provider: "stripe",
    environment: "live",
    accountId: "acct_1QTrattoriaAna",
    chargeId: "chg_0199c0f3a1b2c3d4e5f60718293a4b5c",
    orderId: "ord_1042",
    amount: 3_750,
    currency: "EUR",
    reason: "product_not_received",
    isInquiry: false,
    answerBy: "2026-10-12T23:59:59Z",
    evidenceUrl: "https://dashboard.stripe.com/acct_1QTrattoriaAna/disputes/du_1QAna",
    openedAt: "2026-10-05T09:12:00Z",
  },
});

const payout = {
  payoutId: reference.describe("The payout"),
  ...account,
  amount: z.int().describe("What goes to the bank, in minor units such as cents; below zero: taken from it"),
  currency,
  isAutomatic: z.boolean().describe("By the app's schedule, and not by hand"),
  arrivesAt: instant.describe("When it arrives at the bank"),
};

const examplePayout = {
  payoutId: "pot_0199c0f3a1b2c3d4e5f60718293a4b5c",
  provider: "stripe",
  environment: "live" as const,
  accountId: "acct_1QTrattoriaAna",
  amount: 182_340,
  currency: "EUR",
  isAutomatic: true,
  arrivesAt: "2026-10-06T00:00:00Z",
};

export const payoutPaid = defineEventType({
  type: "payout.paid",
  version: 1,
  source: "patchbay",
  group: "Money",
  title: "Payout paid",
  description: "Money was paid out to your bank. The bank may still send it back for some days.",
  schema: z.strictObject(payout),
  example: examplePayout,
});

export const payoutFailed = defineEventType({
  type: "payout.failed",
  version: 1,
  source: "patchbay",
  group: "Money",
  title: "Payout failed",
  description: "The bank did not take a payout, or sent it back.",
  schema: z.strictObject({
    ...payout,
    reason: shortText(500).nullable().describe("Why, in the app's words"),
  }),
  example: { ...examplePayout, reason: "account_closed: The bank account has been closed." },
});
