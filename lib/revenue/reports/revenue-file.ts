import { z } from "zod";
import { defineVerb } from "#lib/auth/verb.ts";
import { type CsvCell, csvText } from "#lib/csv/csv-text.ts";
import { decimalText } from "#lib/money/decimal-text.ts";
import { money, withCurrency } from "#lib/money/money.ts";
import { getRevenue } from "../get-revenue.ts";
import type { Revenue, RevenueTotals, RevenueUnit, SoldRow, TimeRow } from "../schema.ts";
import { revenueInput } from "../schema.ts";

const firstColumn: Record<RevenueUnit, string> = {
  month: "Month",
  week: "Week from",
  day: "Day",
  hour: "Hour from",
  hour_of_day: "Hour of the day",
  weekday_hour: "Weekday and hour",
  product: "Product",
  code: "QR code",
  table: "Table",
};

const amountColumns: readonly [keyof RevenueTotals, string][] = [
  ["gross", "Gross"],
  ["refunds", "Refunds"],
  ["disputes", "Disputes"],
  ["disputeFees", "Dispute fees"],
  ["platformFees", "Platform fees"],
  ["providerFees", "Provider's fees"],
  ["taxes", "Taxes on fees"],
  ["others", "Others"],
  ["net", "Net"],
  ["bank", "Paid out"],
  ["sales", "Sales"],
  ["tips", "Tips"],
];
const countColumns: readonly [keyof RevenueTotals, string][] = [
  ["orders", "Orders"],
  ["payments", "Payments"],
];
const averageColumns: readonly [keyof RevenueTotals, string][] = [
  ["averageOrder", "Average order"],
  ["netAverage", "Net average"],
];

const partText = { cut: "part of it", running: "not over yet", whole: "whole" };

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
      ? soldFile(report)
      : timeFile(report);
  },
});

function timeFile({ by, timeZone, currency, rows, totals, period }: Revenue): string {
  const amountOf = amountsIn(currency);
  const inCurrency = currency === null ? "" : ` (${currency})`;
  const cells = (own: RevenueTotals): CsvCell[] => [
    ...amountColumns.map(([name]) => amountOf(own[name])),
    ...countColumns.map(([name]) => own[name]),
    ...averageColumns.map(([name]) => amountOf(own[name])),
  ];
  const heading = [
    `${firstColumn[by]} (${timeZone})`,
    "From (UTC)",
    "To (UTC)",
    "Part",
    ...amountColumns.map(([, title]) => `${title}${inCurrency}`),
    ...countColumns.map(([, title]) => title),
    ...averageColumns.map(([, title]) => `${title}${inCurrency}`),
  ];
  const row = ({ key, from, to, part, totals: own }: TimeRow): CsvCell[] => [
    from === null ? clockText(key) : key,
    from ?? period.from,
    to ?? period.to,
    partText[part ?? "whole"],
    ...cells(own),
  ];
  return csvText(heading, [...rows.map(row), ["Total", period.from, period.to, null, ...cells(totals)]]);
}

const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/** `5-14` is Friday 14:00: as it stands a spreadsheet would take it for a day of May. */
function clockText(key: string): string {
  const [hour = "", weekday] = key.split("-").reverse();
  return [weekday && weekdays[Number(weekday) - 1], `${hour.padStart(2, "0")}:00`].filter(Boolean).join(" ");
}

function soldFile({ by, timeZone, currency, sold, totals, period }: Revenue): string {
  const amountOf = amountsIn(currency);
  const inCurrency = currency === null ? "" : ` (${currency})`;
  const names = { rest: "All others", unknown: "Not told by an order" };
  const between = [period.from, period.to];
  return csvText(
    [
      firstColumn[by],
      `From (UTC, days of ${timeZone})`,
      "To (UTC)",
      `Sales${inCurrency}`,
      `Tips${inCurrency}`,
      "Orders",
      "Quantity",
    ],
    [
      ...sold.map(({ value, kind, sales, tips, orders, quantity }: SoldRow): CsvCell[] => [
        kind === "value" ? value : names[kind],
        ...between,
        amountOf(sales),
        amountOf(tips),
        orders,
        by === "product" ? quantity : null,
      ]),
      ["Total", ...between, amountOf(totals.sales), amountOf(totals.tips), totals.orders, null],
    ],
  );
}

function amountsIn(currency: string | null): (minor: number | null) => string | null {
  if (currency === null) return (minor) => (minor === null ? null : String(minor));
  return (minor) => (minor === null ? null : withCurrency(currency, (one) => decimalText(money(one, minor))));
}
