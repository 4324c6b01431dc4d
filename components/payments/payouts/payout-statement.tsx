import type { ReactNode } from "react";
import { Card } from "#components/ui/card.tsx";
import { cn } from "#components/ui/cn.ts";
import { Link } from "#components/ui/link.tsx";
import { Status } from "#components/ui/status.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeading, TableRow } from "#components/ui/table.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { PayoutDetailDto, PayoutGroup } from "#lib/revenue/payouts-schema.ts";
import { paymentsPayouts as t } from "#lib/words/en/screens/payments-payouts.ts";
import { Amount } from "../amount.tsx";
import { groupTitles } from "./contents-words.ts";

interface PayoutStatementProps {
  payout: PayoutDetailDto;
  /** The group whose items are listed below. */
  selected: PayoutGroup | undefined;
}

/** How a payout adds up: each group of what is in it, before fees, fees apart, and what is left. */
export function PayoutStatement({ payout, selected }: PayoutStatementProps) {
  const { groups, currency, total } = payout;
  if (total === null) return null;
  const path = `/payments/payouts/${payout.id}`;
  return (
    <Card title={t("payout_statement_title")} isFlush footer={<Sum payout={payout} />}>
      <Table caption={t("payout_statement_caption")} density="compact">
        <TableHead>
          <TableHeading>{t("payout_statement_what")}</TableHeading>
          <TableHeading align="end">{t("payout_statement_before_fees")}</TableHeading>
          <TableHeading align="end">{t("payout_statement_platform_fee")}</TableHeading>
          <TableHeading align="end">{t("payout_statement_provider_s_fee")}</TableHeading>
          <TableHeading align="end">{t("payout_statement_tax")}</TableHeading>
          <TableHeading align="end">{t("payout_statement_into_payout")}</TableHeading>
        </TableHead>
        <TableBody>
          {groups.map(({ group, count, amount, platformFees, providerFees, taxes, net }) => (
            <TableRow key={group}>
              <TableCell phone="title">
                <TextLink
                  href={group === selected ? path : `${path}?group=${group}`}
                  scroll={false}
                  aria-current={group === selected ? "true" : undefined}
                >
                  {groupTitles()[group]}
                </TextLink>{" "}
                <span className="text-muted">{count}</span>
              </TableCell>
              <Cell label={t("payout_statement_before_fees")} minor={amount} currency={currency} />
              <Cell label={t("payout_statement_platform_fee")} minor={platformFees} currency={currency} />
              <Cell label={t("payout_statement_provider_s_fee")} minor={providerFees} currency={currency} />
              <Cell label={t("payout_statement_tax")} minor={taxes} currency={currency} />
              <TableCell align="end" phone="aside" className="font-medium">
                <Amount minor={net} currency={currency} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Card>
  );
}

function Cell({ label, minor, currency }: { label: string; minor: number; currency: string }) {
  return (
    <TableCell label={label} align="end" className={cn(minor === 0 && "text-subtle max-md:hidden")}>
      {minor === 0 ? "–" : <Amount minor={minor} currency={currency} />}
    </TableCell>
  );
}

function Sum({ payout }: { payout: PayoutDetailDto }) {
  const { total, difference, unbooked, currency, amount } = payout;
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1">
      <SumState difference={difference} unbooked={unbooked} currency={currency} />
      <span className="flex items-baseline gap-2">
        <span>{total === amount ? t("sum_paid_out") : t("sum_adds_up")}</span>
        <Amount minor={total ?? 0} currency={currency} className="font-semibold text-ink text-lg" />
      </span>
    </div>
  );
}

function SumState(props: { difference: number | null; unbooked: number; currency: string }): ReactNode {
  const { difference, unbooked, currency } = props;
  if (unbooked > 0) {
    return <Status tone="progress">{t("sum_state_unbooked_plural_one_one", { unbooked })}</Status>;
  }
  if (difference === 0) return <Status tone="success">{t("sum_state_adds_up_cent")}</Status>;
  if (difference === null) return <Status tone="progress">{t("sum_state_not_known_yet")}</Status>;
  return (
    <Link href="/payments/reconciliation" className="rounded-tag hover:underline">
      <Status tone="danger">
        {t.rich("sum_state_amount_not_explained", {
          amount: <Amount minor={difference} currency={currency} />,
        })}
      </Status>
    </Link>
  );
}
