import { z } from "zod";
import { say } from "#lib/failures/say.ts";
import { saidParam } from "#lib/failures/values.ts";
import { instant } from "#lib/instant-schema.ts";
import { dateText, shortText } from "#lib/text-schema.ts";
import { currencyCode, environmentSchema, minorAmount, moneyFilter } from "./amounts-schema.ts";

const timeUnits = ["month", "week", "day", "hour"] as const;
export const clockUnits = ["hour_of_day", "weekday_hour"] as const;
export const soldUnits = ["product", "code", "table"] as const;

export const revenueUnit = z.enum([...timeUnits, ...clockUnits, ...soldUnits]);
export type RevenueUnit = z.infer<typeof revenueUnit>;
export type TimeUnit = (typeof timeUnits)[number];
export type ClockUnit = (typeof clockUnits)[number];
export type SoldUnit = (typeof soldUnits)[number];

/** So many days are reported at once, and so many where there is a row for each hour. */
export const longestPeriodDays = 1_100;
export const longestHourlyDays = 62;

const day = dateText(saidParam(say("field_day")));

/** The last year is left out, so that what ends a period can be written as well. */
const dayOrMoment = shortText(40).refine(
  (text) =>
    (day.safeParse(text).success || instant.safeParse(text).success) && text >= "1970" && text < "9999",
  saidParam(say("field_day_or_moment")),
);

/** A period of a report. */
export const reportPeriod = {
  from: dayOrMoment
    .optional()
    .describe(
      "A day in the merchant's time zone, or a moment, which counts from the quarter of an hour in which it lies; left out: 29 days before the last day",
    ),
  to: dayOrMoment
    .optional()
    .describe("A day, which is included, or a moment, which counts to the end of its quarter; left out: now"),
};

export const revenueInput = z.strictObject({
  ...moneyFilter,
  ...reportPeriod,
  by: revenueUnit
    .default("day")
    .describe(
      "day, hour, week and month: parts of time; hour_of_day and weekday_hour: hours of the clock; product, code and table: what was sold where",
    ),
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(1_000)
    .default(100)
    .describe("Of product, code and table: so many, the largest first; the rest is one row"),
});
export type RevenueInput = z.input<typeof revenueInput>;

/** Sums of the ledger's entries. What came in stands above zero, what it cost below. */
const ledgerTotals = {
  gross: minorAmount.describe("Payments, before anything was taken"),
  refunds: minorAmount.describe("On the day on which they were made"),
  disputes: minorAmount,
  disputeFees: minorAmount,
  platformFees: minorAmount.describe("Ours, less what came back with refunds"),
  platformFeesReturned: minorAmount.describe("What came back, which `platformFees` counts already"),
  providerFees: minorAmount.describe("Stripe's, or PayPal's"),
  taxes: minorAmount.describe("On fees, and what was withheld"),
  others: minorAmount.describe("Adjustments, reserves, transfers, and what nobody can explain yet"),
  net: minorAmount.describe("All of these added up: what the balance changed by, payouts aside"),
  bank: minorAmount.describe("Paid out to the bank, below zero"),
  payments: z.int().describe("How many"),
  refundCount: z.int(),
  disputeCount: z.int(),
};

/** Sums of payments, in the currency that guests paid in, at the moment of the payment. */
const salesTotals = {
  sales: minorAmount.describe(
    "What guests paid in this currency; another amount than `gross` where the provider exchanged it",
  ),
  tips: minorAmount.describe("Within `sales`, as far as orders tell of them"),
  orders: z.int().describe("Several payments for one order are one"),
};

const revenueTotals = z.object({
  ...ledgerTotals,
  ...salesTotals,
  averageOrder: minorAmount
    .nullable()
    .describe("`sales` by `orders`, rounded half up; null without any order"),
  netAverage: minorAmount.nullable().describe("`net` by `orders`, rounded half up"),
});
export type RevenueTotals = z.infer<typeof revenueTotals>;
export type LedgerTotals = Omit<RevenueTotals, keyof typeof salesTotals | "averageOrder" | "netAverage">;
export type SalesTotals = Pick<RevenueTotals, keyof typeof salesTotals>;

const behindDto = z
  .record(z.string(), z.string())
  .describe("By the name of a number: the request that lists exactly what it is the sum of");
export type Behind = z.infer<typeof behindDto>;

const timeRow = z.object({
  key: z
    .string()
    .describe(
      "The local day, hour or month such as 2026-10-02, 2026-10-02T14:00+02:00 or 2026-10, of a week its Monday; of hour_of_day 14; of weekday_hour 5-14, where 1 is Monday",
    ),
  from: z.iso.datetime().nullable().describe("null for hours of the clock"),
  to: z.iso.datetime().nullable().describe("The first moment after it"),
  part: z
    .enum(["cut", "running"])
    .nullable()
    .describe("cut: the period begins or ends within it; running: it is not over yet; null: it is whole"),
  totals: revenueTotals,
  behind: behindDto,
});
export type TimeRow = z.infer<typeof timeRow>;

const soldRow = z.object({
  value: z.string().nullable().describe("The product, code or table; null: what no order says it of"),
  kind: z
    .enum(["value", "rest", "unknown"])
    .describe("rest: all others together; unknown: tips, and payments of which no order says it"),
  sales: minorAmount,
  tips: minorAmount,
  orders: z
    .int()
    .nullable()
    .describe("null for the rest of products: an order has several of them, so they do not add up"),
  quantity: z.int().describe("Of products; else 0"),
  behind: behindDto,
});
export type SoldRow = z.infer<typeof soldRow>;

const periodDto = z.object({ from: z.iso.datetime(), to: z.iso.datetime() });

export const revenueDto = z.object({
  environment: environmentSchema,
  currency: currencyCode.nullable().describe("null: there was no payment yet, in any currency"),
  currencies: z.array(z.string()).describe("All that there are, the one with most payments first"),
  timeZone: z.string().describe("The merchant's: days and hours are of it"),
  agreedUntil: z.iso
    .datetime()
    .nullable()
    .describe("Until when all accounts were found to agree with the provider; null: not yet"),
  by: revenueUnit,
  period: periodDto.describe("In whole quarters of an hour; the end is excluded"),
  part: z.enum(["running"]).nullable().describe("running: the period is not over yet"),
  totals: revenueTotals,
  behind: behindDto,
  before: z
    .object({ period: periodDto, totals: revenueTotals })
    .describe("The period of as many days before; of one that is running, as much of it as has passed"),
  rows: z.array(timeRow).describe("Of parts of time, and hours of the clock; else none"),
  sold: z.array(soldRow).describe("Of products, codes and tables; else none. They add up to `sales`"),
});
export type Revenue = z.infer<typeof revenueDto>;

/** What a payment counts for in reports. */
export const saleDto = z.object({
  chargeId: z.string(),
  orderId: z.string().nullable(),
  paidAt: z.iso.datetime(),
  value: z.string().nullable(),
  sales: minorAmount,
  tips: minorAmount,
  orders: z.int().describe("1 for the first payment of an order, else 0"),
  quantity: z.int(),
  currency: currencyCode,
});
export type SaleDto = z.infer<typeof saleDto>;

export const soldValue = shortText(600).min(1).optional();
