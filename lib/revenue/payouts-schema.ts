import { z } from "zod";
import { pageInput } from "#lib/listing/page.ts";
import { shortText } from "#lib/text-schema.ts";
import { currencyCode, environmentSchema, minorAmount, moneyFilter, paidForDto } from "./amounts-schema.ts";
import { reportPeriod } from "./schema.ts";

const payoutStatus = z.enum(["pending", "in_transit", "paid", "failed", "canceled", "unknown"]);

export const listPayoutsInput = z.strictObject({
  ...pageInput,
  ...moneyFilter,
  ...reportPeriod,
  status: payoutStatus.optional(),
});

/** What a payout is made of. */
export const payoutGroups = ["payments", "refunds", "disputes", "fees", "others"] as const;
export const payoutGroup = z.enum(payoutGroups);
export type PayoutGroup = z.infer<typeof payoutGroup>;

export const payoutDto = z.object({
  id: z.string(),
  payoutId: z.string().describe("The provider's id"),
  integrationId: z.string().nullable(),
  provider: z.string(),
  environment: environmentSchema,
  accountId: z.string(),
  amount: minorAmount.describe("To the bank; below zero: taken from it"),
  currency: currencyCode,
  status: payoutStatus,
  providerStatus: z.string(),
  isFinal: z.boolean().describe("paid may still become failed for some days; once final it cannot"),
  isAutomatic: z.boolean(),
  message: z.string().nullable().describe("Why it failed"),
  createdAt: z.iso.datetime(),
  arrivesAt: z.iso.datetime(),
  items: z
    .enum(["listed", "not_yet", "manual", "unsupported"])
    .describe(
      "listed: what is in it is known as a whole; not_yet: the provider has not told yet; manual: of payouts by hand the provider never tells",
    ),
});
export type PayoutDto = z.infer<typeof payoutDto>;

export const payoutInput = z.strictObject({
  ...pageInput,
  id: shortText(60),
  group: payoutGroup.optional().describe("Items of this group alone"),
});

const itemAmounts = {
  amount: minorAmount.describe("`net` before fees were taken"),
  platformFees: minorAmount.describe("Ours, below zero"),
  providerFees: minorAmount.describe("Stripe's, below zero"),
  taxes: minorAmount,
  net: minorAmount.describe("What it put into the payout"),
};

const payoutItemDto = z.object({
  sourceId: z.string().describe("The provider's id of the movement"),
  journalId: z.string().describe("In the ledger"),
  group: payoutGroup,
  kind: z.string(),
  at: z.iso.datetime(),
  ...itemAmounts,
  charge: paidForDto.nullable(),
});
export type PayoutItemDto = z.infer<typeof payoutItemDto>;

export const payoutDetailDto = payoutDto.extend({
  groups: z.array(z.object({ group: payoutGroup, count: z.int(), ...itemAmounts })),
  total: minorAmount.nullable().describe("What all items come to; null: they are not known"),
  difference: minorAmount
    .nullable()
    .describe("The payout less its items: 0 where all is explained; null: the items are not known"),
  unbooked: z.int().describe("Items that the ledger does not have yet"),
  contents: z.object({ data: z.array(payoutItemDto), nextCursor: z.string().nullable() }),
});
export type PayoutDetailDto = z.infer<typeof payoutDetailDto>;
