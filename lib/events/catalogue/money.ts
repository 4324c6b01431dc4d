import { z } from "zod";
import { instant } from "#lib/instant-schema.ts";
import { shortText } from "#lib/text-schema.ts";
import { eventTexts as t } from "#lib/words/en/definitions/event-texts.ts";
import { defineEventType, told } from "./define.ts";
import { currency, minorUnits, reference } from "./fields.ts";

const account = {
  provider: z.string().meta(told(() => t("account_provider"))),
  environment: z.enum(["live", "sandbox"]).meta(told(() => t("account_environment"))),
  accountId: reference.meta(told(() => t("account_account_id"))),
};

export const disputeOpened = defineEventType({
  type: "dispute.opened",
  version: 1,
  source: "patchbay",
  get group() {
    return t("group_money");
  },
  get title() {
    return t("dispute_opened_title");
  },
  get description() {
    return t("dispute_opened_description");
  },
  about: { amount: ["amount"] },
  schema: z.strictObject({
    disputeId: reference.meta(told(() => t("dispute_opened_dispute_id"))),
    ...account,
    chargeId: reference.nullable().meta(told(() => t("dispute_opened_charge_id"))),
    orderId: shortText(200)
      .nullable()
      .meta(told(() => t("dispute_opened_order_id"))),
    amount: minorUnits.meta(told(() => t("dispute_opened_amount"))),
    currency,
    reason: shortText(200)
      .nullable()
      .meta(told(() => t("dispute_opened_reason"))),
    isInquiry: z.boolean().meta(told(() => t("dispute_opened_is_inquiry"))),
    answerBy: instant.nullable().meta(told(() => t("dispute_opened_answer_by"))),
    evidenceUrl: shortText(2_000)
      .nullable()
      .meta(told(() => t("dispute_opened_evidence_url"))),
    openedAt: instant.meta(told(() => t("dispute_opened_opened_at"))),
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
  payoutId: reference.meta(told(() => t("payout_payout_id"))),
  ...account,
  amount: z.int().meta(told(() => t("payout_amount"))),
  currency,
  isAutomatic: z.boolean().meta(told(() => t("payout_is_automatic"))),
  arrivesAt: instant.meta(told(() => t("payout_arrives_at"))),
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
  get group() {
    return t("group_money");
  },
  get title() {
    return t("payout_paid_title");
  },
  get description() {
    return t("payout_paid_description");
  },
  schema: z.strictObject(payout),
  example: examplePayout,
});

export const payoutFailed = defineEventType({
  type: "payout.failed",
  version: 1,
  source: "patchbay",
  get group() {
    return t("group_money");
  },
  get title() {
    return t("payout_failed_title");
  },
  get description() {
    return t("payout_failed_description");
  },
  schema: z.strictObject({
    ...payout,
    reason: shortText(500)
      .nullable()
      .meta(told(() => t("payout_failed_reason"))),
  }),
  example: { ...examplePayout, reason: "account_closed: The bank account has been closed." },
});
