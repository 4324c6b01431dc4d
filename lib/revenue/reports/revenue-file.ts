import { z } from "zod";
import { defineVerb } from "#lib/auth/verb.ts";
import { type CsvCell, csvText } from "#lib/csv/csv-text.ts";
import { dateTimeFormat } from "#lib/intl.ts";
import { decimalText } from "#lib/money/decimal-text.ts";
import { money, withCurrency } from "#lib/money/money.ts";
import { type FileCode, fileText } from "#lib/words/file-text.ts";
import { intlLocale, type Locale } from "#lib/words/locale.ts";
import { getRevenue } from "../get-revenue.ts";
import type { Revenue, RevenueTotals, RevenueUnit, SoldRow, TimeRow } from "../schema.ts";
import { revenueInput } from "../schema.ts";

const firstColumn: Record<RevenueUnit, FileCode> = {
  month: "file_month",
  week: "file_week_from",
  day: "file_day",
  hour: "file_hour_from",
  hour_of_day: "file_hour_of_the_day",
  weekday_hour: "file_weekday_and_hour",
  product: "file_product",
  code: "file_qr_code",
  table: "file_table",
};

const amountColumns: readonly [keyof RevenueTotals, FileCode][] = [
  ["gross", "file_gross"],
  ["refunds", "file_refunds"],
  ["disputes", "file_disputes"],
  ["disputeFees", "file_dispute_fees"],
  ["platformFees", "file_platform_fees"],
  ["providerFees", "file_providers_fees"],
  ["taxes", "file_taxes_on_fees"],
  ["others", "file_others"],
  ["net", "file_net"],
  ["bank", "file_paid_out"],
  ["sales", "file_sales"],
  ["tips", "file_tips"],
];
const countColumns: readonly [keyof RevenueTotals, FileCode][] = [
  ["orders", "file_orders"],
  ["payments", "file_payments"],
];
const averageColumns: readonly [keyof RevenueTotals, FileCode][] = [
  ["averageOrder", "file_average_order"],
  ["netAverage", "file_net_average"],
];

const partText = {
  cut: "file_part_cut",
  running: "file_part_running",
  whole: "file_part_whole",
} as const;

/**
 * A report as a file for spreadsheets: amounts as decimal text of the one currency, which each heading names as it does the
 * time zone of days and hours.
 */
export const getRevenueFile = defineVerb({
  permission: "read",
  input: revenueInput,
  output: z.string(),
  async run({ ctx, input }) {
    const report = await getRevenue({ ctx, input });
    return report.by === "product" || report.by === "code" || report.by === "table"
      ? soldFile(report, ctx.locale)
      : timeFile(report, ctx.locale);
  },
});

function timeFile({ by, timeZone, currency, rows, totals, period }: Revenue, locale: Locale): string {
  const getAmount = amountsIn(currency);
  const text = (code: FileCode, params = {}) => fileText(code, params, locale);
  const cells = (own: RevenueTotals): CsvCell[] => [
    ...amountColumns.map(([name]) => getAmount(own[name])),
    ...countColumns.map(([name]) => own[name]),
    ...averageColumns.map(([name]) => getAmount(own[name])),
  ];
  const heading = [
    text("file_in_zone", { heading: text(firstColumn[by]), zone: timeZone }),
    text("file_from_utc"),
    text("file_to_utc"),
    text("file_part"),
    ...amountColumns.map(([, title]) => inCurrency(title, currency, locale)),
    ...countColumns.map(([, title]) => text(title)),
    ...averageColumns.map(([, title]) => inCurrency(title, currency, locale)),
  ];
  const row = ({ key, from, to, part, totals: own }: TimeRow): CsvCell[] => [
    from === null ? clockText(key, locale) : key,
    from ?? period.from,
    to ?? period.to,
    text(partText[part ?? "whole"]),
    ...cells(own),
  ];
  return csvText(heading, [
    ...rows.map(row),
    [text("file_total"), period.from, period.to, null, ...cells(totals)],
  ]);
}

/** A Sunday, from which the days of a week are named. */
const firstSunday = Date.UTC(2023, 0, 1);
const dayMs = 24 * 60 * 60 * 1_000;

/** `5-14` is Friday 14:00: as it stands a spreadsheet would take it for a day of May. */
function clockText(key: string, locale: Locale): string {
  const [hour = "", weekday] = key.split("-").reverse();
  const time = `${hour.padStart(2, "0")}:00`;
  if (!weekday) return time;
  const day = dateTimeFormat(intlLocale(locale), { weekday: "long", timeZone: "UTC" });
  return fileText(
    "file_weekday_hour",
    { weekday: day.format(firstSunday + Number(weekday) * dayMs), hour: time },
    locale,
  );
}

/** A column of amounts names their currency, where there is one. */
function inCurrency(title: FileCode, currency: string | null, locale: Locale): string {
  const heading = fileText(title, {}, locale);
  return currency === null ? heading : fileText("file_in_currency", { heading, currency }, locale);
}

function soldFile({ by, timeZone, currency, sold, totals, period }: Revenue, locale: Locale): string {
  const getAmount = amountsIn(currency);
  const text = (code: FileCode, params = {}) => fileText(code, params, locale);
  const names = { rest: text("file_rest"), unknown: text("file_unknown") };
  const between = [period.from, period.to];
  return csvText(
    [
      text(firstColumn[by]),
      text("file_days_from", { zone: timeZone }),
      text("file_to_utc"),
      inCurrency("file_sales", currency, locale),
      inCurrency("file_tips", currency, locale),
      text("file_orders"),
      text("file_quantity"),
    ],
    [
      ...sold.map(({ value, kind, sales, tips, orders, quantity }: SoldRow): CsvCell[] => [
        kind === "value" ? value : names[kind],
        ...between,
        getAmount(sales),
        getAmount(tips),
        orders,
        by === "product" ? quantity : null,
      ]),
      [text("file_total"), ...between, getAmount(totals.sales), getAmount(totals.tips), totals.orders, null],
    ],
  );
}

function amountsIn(currency: string | null): (minor: number | null) => string | null {
  if (currency === null) return (minor) => (minor === null ? null : String(minor));
  return (minor) => (minor === null ? null : withCurrency(currency, (one) => decimalText(money(one, minor))));
}
