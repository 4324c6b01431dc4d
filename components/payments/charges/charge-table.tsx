import { EnvironmentBadge } from "#components/integrations/environment-badge.tsx";
import { Link } from "#components/ui/link.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { Status } from "#components/ui/status.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeading, TableRow } from "#components/ui/table.tsx";
import type { ChargeDto } from "#lib/payments/schema.ts";
import { common } from "#lib/words/en/screens/common.ts";
import { paymentsCharges as t } from "#lib/words/en/screens/payments-charges.ts";
import { Amount } from "../amount.tsx";
import { chargeState } from "../states.ts";
import { chargeNote, chargeTitle } from "./charge-title.ts";

interface ChargeTableProps {
  charges: readonly ChargeDto[];
  zone: string;
}

/** Payments, one a row, the newest first. */
export function ChargeTable({ charges, zone }: ChargeTableProps) {
  return (
    <Table caption={t("charge_table_caption")}>
      <TableHead>
        <TableHeading>{t("charge_table_payment")}</TableHeading>
        <TableHeading>{common("state")}</TableHeading>
        <TableHeading>{common("when")}</TableHeading>
        <TableHeading align="end">{t("charge_table_platform_fee")}</TableHeading>
        <TableHeading align="end">{t("charge_table_amount")}</TableHeading>
      </TableHead>
      <TableBody>
        {charges.map((charge) => (
          <TableRow key={charge.id}>
            <TableCell phone="title" className="md:max-w-96">
              <div className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-0.5">
                <Link
                  href={`/payments/charges/${charge.id}`}
                  data-row-link
                  className="max-w-full rounded-tag font-medium text-ink [overflow-wrap:anywhere] hover:underline"
                >
                  {chargeTitle(charge)}
                </Link>
                <EnvironmentBadge environment={charge.environment} />
                <ChargeNote note={chargeNote(charge)} />
              </div>
            </TableCell>
            <TableCell label={common("state")}>
              <ChargeStatus charge={charge} />
            </TableCell>
            <TableCell label={common("when")} className="whitespace-nowrap text-muted">
              <RelativeTime at={charge.paidAt ?? charge.createdAt} zone={zone} />
            </TableCell>
            <TableCell label={t("charge_table_platform_fee")} align="end" className="text-muted">
              {charge.platformFee === null ? (
                "–"
              ) : (
                <Amount minor={charge.platformFee} currency={charge.currency} />
              )}
            </TableCell>
            <TableCell align="end" phone="aside" className="font-medium">
              <Amount minor={charge.amount} currency={charge.currency} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function ChargeNote({ note }: { note: string | null }) {
  if (note === null) return null;
  return <span className="w-full font-normal text-muted text-sm [overflow-wrap:anywhere]">{note}</span>;
}

/** How a payment stands, and how much of it went back. */
function ChargeStatus({ charge: { status, refunded, amount } }: { charge: ChargeDto }) {
  const { tone, word } = chargeState(status);
  if (status === "succeeded" && refunded > 0) {
    return (
      <Status tone="neutral">
        {refunded >= amount ? t("charge_status_refunded") : t("charge_status_partly_refunded")}
      </Status>
    );
  }
  return <Status tone={tone}>{word}</Status>;
}
