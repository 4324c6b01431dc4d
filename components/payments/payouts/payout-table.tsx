import { EnvironmentBadge } from "#components/integrations/environment-badge.tsx";
import { Link } from "#components/ui/link.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { Status } from "#components/ui/status.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeading, TableRow } from "#components/ui/table.tsx";
import type { PayoutDto } from "#lib/revenue/payouts-schema.ts";
import { common } from "#lib/words/en/screens/common.ts";
import { paymentsPayouts as t } from "#lib/words/en/screens/payments-payouts.ts";
import { Amount } from "../amount.tsx";
import { dayText } from "../day-text.ts";
import { payoutState } from "../states.ts";
import { contentsWords } from "./contents-words.ts";

interface PayoutTableProps {
  payouts: readonly PayoutDto[];
  zone: string;
}

/** Deposits to the merchant's bank, one a row, the newest first. */
export function PayoutTable({ payouts, zone }: PayoutTableProps) {
  return (
    <Table caption={t("payout_table_caption")}>
      <TableHead>
        <TableHeading>{t("payout_table_payout")}</TableHeading>
        <TableHeading>{common("state")}</TableHeading>
        <TableHeading>{t("payout_table_bank")}</TableHeading>
        <TableHeading>{t("payout_table_what")}</TableHeading>
        <TableHeading align="end">{t("payout_table_amount")}</TableHeading>
      </TableHead>
      <TableBody>
        {payouts.map((payout) => (
          <TableRow key={payout.id}>
            <TableCell phone="title">
              <div className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1">
                <Link
                  href={`/payments/payouts/${payout.id}`}
                  data-row-link
                  className="rounded-tag font-medium text-ink hover:underline"
                >
                  {payout.amount < 0 ? t("payout_table_taken_from_bank") : t("payout_table_bank_2")}
                </Link>
                <EnvironmentBadge environment={payout.environment} />
                <span className="w-full text-muted text-sm">
                  <RelativeTime at={payout.createdAt} zone={zone} />
                </span>
              </div>
            </TableCell>
            <TableCell label={common("state")}>
              <Status tone={payoutState(payout.status).tone}>{payoutState(payout.status).word}</Status>
            </TableCell>
            <TableCell label={t("payout_table_bank")} className="whitespace-nowrap text-muted">
              {payout.status === "failed" || payout.status === "canceled" ? "–" : dayText(payout.arrivesAt)}
            </TableCell>
            <TableCell label={t("payout_table_what")} className="text-muted md:max-w-64">
              {contentsWords()[payout.items].short}
            </TableCell>
            <TableCell align="end" phone="aside" className="font-medium">
              <Amount minor={payout.amount} currency={payout.currency} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
