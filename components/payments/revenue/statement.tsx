import { Card } from "#components/ui/card.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeading, TableRow } from "#components/ui/table.tsx";
import type { Revenue, RevenueTotals } from "#lib/revenue/schema.ts";
import type { Locale } from "#lib/words/locale.ts";
import { amountText } from "../amount.tsx";
import { changeText } from "./change-note.tsx";
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
    { name: "gross", label: "Gross", note: ({ payments }) => counted(payments, "payment") },
    { name: "refunds", label: "Refunds", note: ({ refundCount }) => counted(refundCount, "refund") },
    { name: "disputes", label: "Disputes", note: ({ disputeCount }) => counted(disputeCount, "dispute") },
    { name: "disputeFees", label: "Fees for disputes" },
    {
      name: "platformFees",
      label: "Platform fee",
      note: ({ platformFeesReturned }) =>
        platformFeesReturned === 0 ? null : `${money(platformFeesReturned)} came back with refunds`,
    },
    { name: "providerFees", label: `Fees of ${providers}` },
    { name: "taxes", label: "Tax on fees" },
    { name: "others", label: "Other movements" },
  ];
  const shown = lines.filter(
    ({ name }) =>
      !["disputes", "disputeFees", "taxes", "others"].includes(name) ||
      totals[name] !== 0 ||
      before.totals[name] !== 0,
  );
  return (
    <Card title="From gross to net" description="Refunds count on the day on which they were made." isFlush>
      <Table caption="From gross to net" density="compact">
        <TableHead>
          <TableHeading>What</TableHeading>
          <TableHeading align="end">{days.now}</TableHeading>
          <TableHeading align="end">{days.before}</TableHeading>
          <TableHeading align="end">Change</TableHeading>
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
            <TableCell phone="title">Net</TableCell>
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

function counted(count: number, one: string): string {
  return `${count.toLocaleString("en-GB")} ${count === 1 ? one : `${one}s`}`;
}
