import { z } from "zod";
import { differenceCodes } from "#lib/ledger/difference-codes.ts";
import { pageInput } from "#lib/listing/page.ts";
import { currencyCode, environmentSchema, minorAmount, moneyFilter } from "./amounts-schema.ts";

export const reconciliationInput = z.strictObject({
  ...pageInput,
  environment: moneyFilter.environment,
  state: z.enum(["open", "closed", "all"]).default("open").describe("Which differences are listed"),
});

export const differenceDto = z.object({
  id: z.string(),
  code: z.enum(differenceCodes),
  subject: z.string().describe("The provider's id of a movement, or a currency"),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  message: z.string().describe("What differs, in plain words"),
  provider: z.string(),
  environment: environmentSchema,
  accountId: z.string(),
  openedAt: z.iso.datetime(),
  closedAt: z.iso.datetime().nullable(),
  ageSeconds: z.int().describe("Since it was opened, until it was closed"),
});
export type DifferenceDto = z.infer<typeof differenceDto>;

const paymentAccountDto = z.object({
  id: z.string(),
  integrationId: z.string().nullable(),
  provider: z.string(),
  environment: environmentSchema,
  accountId: z.string().describe("At the provider"),
  readUntil: z.iso.datetime().nullable().describe("Movements made before it are all in the ledger"),
  isComparable: z
    .boolean()
    .describe("false: the provider does not list what has moved, so nothing can be compared"),
  agreedUntil: z.iso.datetime().nullable().describe("Until when all was found to agree; null: not yet"),
  comparedAt: z.iso.datetime().nullable(),
  sealedUntil: z.iso.datetime().nullable().describe("Days (UTC) before it are closed"),
  nextSweepAt: z.iso.datetime().nullable(),
  isReading: z.boolean().describe("A sweep is under way"),
  failures: z.int(),
  message: z.string().nullable().describe("Why the last sweep did not work"),
  terms: z
    .object({
      fees: z.enum(["account", "application"]).optional().describe("Who pays the provider's own fees"),
      losses: z
        .enum(["provider", "application"])
        .optional()
        .describe("Who bears what the account cannot pay back"),
    })
    .nullable()
    .describe("Who bears what, as the provider says of the account; null: it has not said yet"),
  openDifferences: z.int(),
  balances: z.array(z.object({ currency: currencyCode, pending: minorAmount, available: minorAmount })),
  newestSeal: z
    .object({ day: z.string(), hash: z.string(), journals: z.int(), sealedAt: z.iso.datetime() })
    .nullable(),
});
export type PaymentAccountDto = z.infer<typeof paymentAccountDto>;

export const reconciliationDto = z.object({
  environment: environmentSchema,
  agreedUntil: z.iso.datetime().nullable().describe("Of all accounts: the earliest; null: not of each yet"),
  accounts: z.array(paymentAccountDto),
  differences: z.object({ data: z.array(differenceDto), nextCursor: z.string().nullable() }),
});
