import { hrefWith, readParam, type SearchParams } from "#components/listing/search-params.ts";
import { type Environment, environmentSchema } from "#lib/revenue/amounts-schema.ts";
import { getPeriodDays, type ReportDays, type ReportPeriod, reportPeriods } from "./report-period.ts";

/** What is shown of what was sold, beside what it came to over time. */
export const breakdowns = ["product", "code", "table", "hour_of_day"] as const;
export type Breakdown = (typeof breakdowns)[number];

/** What the address of the revenue page asks for. */
export interface ReportFilters {
  environment: Environment | undefined;
  currency: string | undefined;
  period: ReportPeriod;
  /** Days that were typed, in place of the period. */
  days: ReportDays | undefined;
  by: Breakdown;
}

const dayForm = /^\d{4}-\d{2}-\d{2}$/;

/** Reads the filters; a value that there is not filters nothing. */
export function readReportFilters(params: SearchParams): ReportFilters {
  const { environment, currency } = readMoneyFilters(params);
  const period = reportPeriods().find(({ value }) => value === readParam(params, "period"))?.value;
  const from = readParam(params, "from", 10);
  const to = readParam(params, "to", 10);
  const hasDays = from !== undefined && dayForm.test(from);
  const hasEnd = to !== undefined && dayForm.test(to);
  return {
    environment,
    currency,
    period: period ?? "30d",
    days: hasDays ? { from, ...(hasEnd ? { to } : {}) } : undefined,
    by: breakdowns.find((one) => one === readParam(params, "by")) ?? "product",
  };
}

/** Sandbox or live, and which currency: what every page about money can be narrowed by. */
export function readMoneyFilters(params: SearchParams): Pick<ReportFilters, "environment" | "currency"> {
  const currency = readParam(params, "currency", 3);
  return {
    environment: environmentSchema.safeParse(readParam(params, "environment")).data,
    currency: currency && /^[A-Za-z]{3}$/.test(currency) ? currency.toUpperCase() : undefined,
  };
}

/** The address for these filters, some of them changed. */
export function reportHref(filters: ReportFilters, change: Partial<ReportFilters> = {}): string {
  const { environment, currency, period, days, by } = { ...filters, ...change };
  return hrefWith("/payments", {
    environment,
    currency,
    ...(days ? { from: days.from, to: days.to } : { period: period === "30d" ? undefined : period }),
    by: by === "product" ? undefined : by,
  });
}

/** The days that are asked for. @param zone of the merchant */
export function reportDays({ days, period }: ReportFilters, zone: string, now: Date): ReportDays {
  return days ?? getPeriodDays(period, zone, now);
}
