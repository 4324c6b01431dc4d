import { Link } from "#components/ui/link.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeading, TableRow } from "#components/ui/table.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { JournalDto } from "#lib/revenue/ledger-schema.ts";
import { common } from "#lib/words/en/screens/common.ts";
import { paymentsEntries as t } from "#lib/words/en/screens/payments-entries.ts";
import { Amount } from "../amount.tsx";
import { dayText } from "../day-text.ts";
import { movementTitle } from "../movement-title.ts";
import { orderTitle } from "../order-title.ts";
import { whereText } from "../paid-for-text.ts";
import { dayIn } from "../report-period.ts";

interface JournalTableProps {
  journals: readonly JournalDto[];
  zone: string;
}

/** Movements of money, one a row, with the payment that each is about. */
export function JournalTable({ journals, zone }: JournalTableProps) {
  return (
    <Table caption={t("journal_table_caption")} density="compact">
      <TableHead>
        <TableHeading>{t("journal_table_what")}</TableHeading>
        <TableHeading>{t("journal_table_about")}</TableHeading>
        <TableHeading>{common("when")}</TableHeading>
        <TableHeading align="end">{t("journal_table_amount")}</TableHeading>
      </TableHead>
      <TableBody>
        {journals.map((journal) => (
          <TableRow key={journal.id}>
            <TableCell phone="title">
              <span className="grid">
                <JournalTitle journal={journal} />
                <span className="font-mono font-normal text-muted text-xs [overflow-wrap:anywhere] max-md:hidden">
                  {journal.sourceId}
                </span>
              </span>
            </TableCell>
            <TableCell label={t("journal_table_about")} className="md:max-w-72 [overflow-wrap:anywhere]">
              <About journal={journal} />
            </TableCell>
            <TableCell label={common("when")} className="text-muted">
              <span className="grid max-md:justify-items-end">
                <RelativeTime at={journal.at} zone={zone} />
                <Late journal={journal} zone={zone} />
              </span>
            </TableCell>
            <TableCell align="end" phone="aside" className="font-medium">
              <Amount minor={journal.amount} currency={journal.currency} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function JournalTitle({ journal: { kind, charge } }: { journal: JournalDto }) {
  const title = movementTitle(kind);
  if (charge === null) return <span className="font-medium">{title}</span>;
  return (
    <Link
      href={`/payments/charges/${charge.chargeId}`}
      data-row-link
      className="w-fit rounded-tag font-medium text-ink hover:underline"
    >
      {title}
    </Link>
  );
}

function About({ journal: { charge } }: { journal: JournalDto }) {
  if (charge === null) return <span className="text-muted">–</span>;
  const where = whereText(charge);
  return (
    <span className="grid max-md:justify-items-end">
      {charge.orderEventId !== null && charge.orderId !== null ? (
        <span>
          <TextLink href={`/events/${charge.orderEventId}`}>{orderTitle(charge.orderId)}</TextLink>
        </span>
      ) : (
        <span>
          {charge.orderId === null
            ? (charge.description ?? t("about_payment_without_order"))
            : orderTitle(charge.orderId)}
        </span>
      )}
      {where !== null && <span className="text-muted text-sm">{where}</span>}
    </span>
  );
}

/** A fact of a closed day counts on the day on which it became known. */
function Late({ journal: { at, reportedAt }, zone }: { journal: JournalDto; zone: string }) {
  if (dayIn(zone, new Date(at)) === dayIn(zone, new Date(reportedAt))) return null;
  return (
    <span className="text-sm">
      {t("late_counts", { day: dayText(`${dayIn(zone, new Date(reportedAt))}T00:00:00Z`) })}
    </span>
  );
}
