import { Link } from "#components/ui/link.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeading, TableRow } from "#components/ui/table.tsx";
import type { PaidFor } from "#lib/revenue/amounts-schema.ts";
import type { PayoutItemDto } from "#lib/revenue/payouts-schema.ts";
import { common } from "#lib/words/en/screens/common.ts";
import { paymentsPayouts as t } from "#lib/words/en/screens/payments-payouts.ts";
import { Amount } from "../amount.tsx";
import { movementTitle } from "../movement-title.ts";
import { orderTitle } from "../order-title.ts";
import { whereText } from "../paid-for-text.ts";

interface PayoutItemsProps {
  items: readonly PayoutItemDto[];
  currency: string;
  zone: string;
}

/** What a payout is made of, item by item; each leads to the payment that it is about. */
export function PayoutItems({ items, currency, zone }: PayoutItemsProps) {
  return (
    <Table caption={t("payout_items_caption")} density="compact">
      <TableHead>
        <TableHeading>{t("payout_items_what")}</TableHeading>
        <TableHeading>{t("payout_items_order")}</TableHeading>
        <TableHeading>{common("when")}</TableHeading>
        <TableHeading align="end">{t("payout_items_before_fees")}</TableHeading>
        <TableHeading align="end">{t("payout_items_fees_tax")}</TableHeading>
        <TableHeading align="end">{t("payout_items_into_payout")}</TableHeading>
      </TableHead>
      <TableBody>
        {items.map((item) => {
          const fees = item.platformFees + item.providerFees + item.taxes;
          return (
            <TableRow key={item.sourceId}>
              <TableCell phone="title">
                <ItemTitle item={item} />
              </TableCell>
              <TableCell label={t("payout_items_order")} className="md:max-w-64">
                <OrderOf charge={item.charge} />
              </TableCell>
              <TableCell label={common("when")} className="whitespace-nowrap text-muted">
                {item.at === null ? "–" : <RelativeTime at={item.at} zone={zone} />}
              </TableCell>
              <TableCell label={t("payout_items_before_fees")} align="end">
                <Amount minor={item.amount} currency={currency} />
              </TableCell>
              <TableCell label={t("payout_items_fees_tax")} align="end">
                {fees === 0 ? "–" : <Amount minor={fees} currency={currency} />}
              </TableCell>
              <TableCell align="end" phone="aside" className="font-medium">
                <Amount minor={item.net} currency={currency} />
              </TableCell>
            </TableRow>
          );
        })}
      </TableBody>
    </Table>
  );
}

function ItemTitle({ item: { kind, charge } }: { item: PayoutItemDto }) {
  const title = movementTitle(kind);
  if (!charge) return <span className="font-medium">{title}</span>;
  return (
    <Link
      href={`/payments/charges/${charge.chargeId}`}
      data-row-link
      className="rounded-tag font-medium text-ink hover:underline"
    >
      {title}
    </Link>
  );
}

function OrderOf({ charge }: { charge: PaidFor | null }) {
  if (!charge) return <span className="text-muted">–</span>;
  const title = charge.orderId === null ? charge.description : orderTitle(charge.orderId);
  const where = whereText(charge);
  return (
    <span className="grid min-w-0 [overflow-wrap:anywhere] max-md:justify-items-end">
      {charge.orderEventId ? (
        <Link href={`/events/${charge.orderEventId}`} className="w-fit rounded-tag hover:underline">
          {title}
        </Link>
      ) : (
        <span>{title ?? "–"}</span>
      )}
      {where && <span className="text-muted text-sm">{where}</span>}
    </span>
  );
}
