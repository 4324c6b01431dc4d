import { Card } from "#components/ui/card.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeading, TableRow } from "#components/ui/table.tsx";
import type { Revenue, RevenueTotals } from "#lib/revenue/schema.ts";
import { paymentsRevenue as t } from "#lib/words/en/screens/payments-revenue.ts";
import type { Locale } from "#lib/words/locale.ts";
import { amountText } from "../amount.tsx";
import { changeText } from "./change-text.ts";
import { Behind } from "./headline.tsx";

type MoneyName =
  | "gross"
  | "refunds"
  | "disputes"
  | "disputeFees"
  | "platformFees"
  | "providerFees"
  | "taxes"
  | "others";

interface Line {
  name: MoneyName;
  label: string;
  note?: (totals: RevenueTotals) => string | null;
}

interface StatementProps {
  revenue: Revenue;
  currency: string;
  locale: Locale;
  /** "Stripe", "Stripe and PayPal". */
  providers: string;
  /** The days of both periods, in words. */
  days: { now: string; before: string };
}

/** From what guests paid to what is left: refunds, disputes, and each kind of fee apart. */
export function Statement({ revenue, currency, locale, providers, days }: StatementProps) {
  const { totals, before, behind } = revenue;
  const money = (minor: number) => amountText({ minor, currency }, locale);
  const lines: readonly Line[] = [
    {
      name: "gross",
      label: t("statement_gross"),
      note: ({ payments }) => t("statement_payments", { payments }),
    },
    {
      name: "refunds",
      label: t("statement_refunds"),
      note: ({ refundCount }) => t("statement_refundcount", { refundCount }),
    },
    {
      name: "disputes",
      label: t("statement_disputes"),
      note: ({ disputeCount }) => t("statement_disputecount", { disputeCount }),
    },
    { name: "disputeFees", label: t("statement_fees_disputes") },
    {
      name: "platformFees",
      label: t("statement_platform_fee"),
      note: ({ platformFeesReturned }) =>
        platformFeesReturned === 0
          ? null
          : t("statement_money_came_back_with", { money: money(platformFeesReturned) }),
    },
    { name: "providerFees", label: t("statement_fees_providers", { providers }) },
    { name: "taxes", label: t("statement_tax_fees") },
    { name: "others", label: t("statement_other_movements") },
  ];
  const shown = lines.filter(
    ({ name }) =>
      !["disputes", "disputeFees", "taxes", "others"].includes(name) ||
      totals[name] !== 0 ||
      before.totals[name] !== 0,
  );
  return (
    <Card title={t("statement_title")} description={t("statement_description")} isFlush>
      <Table caption={t("statement_title")} density="compact">
        <TableHead>
          <TableHeading>{t("statement_what")}</TableHeading>
          <TableHeading align="end">{days.now}</TableHeading>
          <TableHeading align="end">{days.before}</TableHeading>
          <TableHeading align="end">{t("statement_change")}</TableHeading>
        </TableHead>
        <TableBody>
          {shown.map(({ name, label, note }) => (
            <TableRow key={name}>
              <TableCell phone="title">
                {label}
                {note && <span className="block font-normal text-muted text-sm">{note(totals)}</span>}
              </TableCell>
              <TableCell align="end" phone="aside">
                <Behind request={behind[name]}>{money(totals[name])}</Behind>
              </TableCell>
              <TableCell label={days.before} align="end" className="text-muted">
                {money(before.totals[name])}
              </TableCell>
              <TableCell align="end" phone="hidden" className="whitespace-nowrap text-muted text-sm">
                {changeText(totals[name], before.totals[name])}
              </TableCell>
            </TableRow>
          ))}
          <TableRow className="bg-sunken font-semibold">
            <TableCell phone="title">{t("statement_net")}</TableCell>
            <TableCell align="end" phone="aside">
              <Behind request={behind.net}>{money(totals.net)}</Behind>
            </TableCell>
            <TableCell label={days.before} align="end" className="font-normal text-muted">
              {money(before.totals.net)}
            </TableCell>
            <TableCell
              align="end"
              phone="hidden"
              className="whitespace-nowrap font-normal text-muted text-sm"
            >
              {changeText(totals.net, before.totals.net)}
            </TableCell>
          </TableRow>
        </TableBody>
      </Table>
    </Card>
  );
}
