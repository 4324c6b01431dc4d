import { z } from "zod";
import { entryAccounts } from "#lib/ledger/accounts.ts";
import { pageInput } from "#lib/listing/page.ts";
import { shortText } from "#lib/text-schema.ts";
import { currencyCode, environmentSchema, minorAmount, moneyFilter, paidForDto } from "./amounts-schema.ts";
import { reportPeriod, soldUnits, soldValue } from "./schema.ts";

const ledgerAccount = z.enum(entryAccounts);

const clockFilter = {
  hour: z.coerce.number().int().min(0).max(23).optional().describe("Of the merchant's clock"),
  weekday: z.coerce.number().int().min(1).max(7).optional().describe("1 is Monday"),
};

export const listLedgerInput = z.strictObject({
  ...pageInput,
  ...moneyFilter,
  ...reportPeriod,
  account: shortText(300)
    .transform((text) => text.split(","))
    .pipe(z.array(ledgerAccount))
    .optional()
    .describe("Only journals with an entry in one of these accounts, several with commas between them"),
  ...clockFilter,
  chargeId: shortText(60).optional().describe("About one payment"),
});

export const journalDto = z.object({
  id: z.string(),
  kind: z.string().describe("payment, refund, dispute, payout, provider_fee, …"),
  providerKind: z.string().describe("The provider's own word for it"),
  provider: z.string(),
  environment: environmentSchema,
  accountId: z.string().describe("The account at the provider"),
  sourceId: z.string().describe("The provider's id of the movement"),
  objectId: z
    .string()
    .nullable()
    .describe("The provider's id of what caused it: a charge, refund, dispute, payout"),
  currency: currencyCode,
  amount: minorAmount.describe(
    "What it comes to, as revenue has it: of the accounts that were asked for, else the change of the balance",
  ),
  at: z.iso.datetime().describe("When it happened"),
  reportedAt: z.iso
    .datetime()
    .describe("When reports have it: later than `at` where that day was closed when it became known"),
  recordedAt: z.iso.datetime(),
  availableAt: z.iso.datetime().describe("When the provider has the money at the merchant's disposal"),
  entries: z
    .array(z.object({ account: ledgerAccount, amount: minorAmount }))
    .describe("They add up to zero; above zero what went into the account"),
  fees: z.array(z.object({ kind: z.string(), providerKind: z.string(), amount: minorAmount })),
  charge: paidForDto.nullable(),
});
export type JournalDto = z.infer<typeof journalDto>;

export const listSalesInput = z.strictObject({
  ...pageInput,
  ...moneyFilter,
  ...reportPeriod,
  by: z.enum(["all", ...soldUnits]).default("all"),
  value: soldValue.describe("The product, code or table"),
  isUnknown: z
    .enum(["true", "false"])
    .optional()
    .describe("true: what no order says by product, code or table, tips included; without `value`"),
  ...clockFilter,
});
