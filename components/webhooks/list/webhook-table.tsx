import { Duration } from "#components/ui/duration.tsx";
import { Link } from "#components/ui/link.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeading, TableRow } from "#components/ui/table.tsx";
import { toneText } from "#components/ui/tone.ts";
import type { WebhookSummaryDto } from "#lib/webhooks/schema.ts";
import { common } from "#lib/words/en/screens/common.ts";
import { webhooksList as t } from "#lib/words/en/screens/webhooks-list.ts";
import { EventChips } from "../event-chips.tsx";
import { successRateText, successRateTone } from "../figures.ts";
import { StateBadge } from "../state-badge.tsx";

interface WebhookTableProps {
  webhooks: readonly WebhookSummaryDto[];
  zone: string;
}

/** Webhooks, one a row: where to, what, how well, and what went wrong last. */
export function WebhookTable({ webhooks, zone }: WebhookTableProps) {
  return (
    <Table caption={t("webhook_table_caption")}>
      <TableHead>
        <TableHeading>{t("webhook_table_endpoint")}</TableHeading>
        <TableHeading>{t("webhook_table_events")}</TableHeading>
        <TableHeading align="end">{t("webhook_table_success_24_h")}</TableHeading>
        <TableHeading align="end">p95</TableHeading>
        <TableHeading>{t("webhook_table_last_failure")}</TableHeading>
        <TableHeading>{common("state")}</TableHeading>
      </TableHead>
      <TableBody>
        {webhooks.map((webhook) => (
          <WebhookRow key={webhook.id} webhook={webhook} zone={zone} />
        ))}
      </TableBody>
    </Table>
  );
}

function WebhookRow({ webhook, zone }: { webhook: WebhookSummaryDto; zone: string }) {
  const { last24h, lastFailure } = webhook;
  const rateTone = successRateTone(last24h);
  return (
    <TableRow>
      <TableCell phone="title" className="md:max-w-64">
        <div className="grid min-w-0">
          <Link
            href={`/webhooks/${webhook.id}`}
            data-row-link
            className="w-fit max-w-full truncate rounded-tag font-medium text-ink"
          >
            {webhook.description || getHost(webhook.url)}
          </Link>
          <span title={webhook.url} className="truncate font-mono font-normal text-muted text-sm">
            {webhook.url}
          </span>
        </div>
      </TableCell>
      <TableCell label={t("webhook_row_label")} className="md:max-w-52">
        <EventChips types={webhook.eventTypes} limit={2} className="max-md:justify-end" />
      </TableCell>
      <TableCell label={t("webhook_row_success_24_h")} align="end">
        <div className="grid max-md:justify-items-end">
          <span className={rateTone === "neutral" ? "text-ink" : toneText[rateTone]}>
            {successRateText(last24h) ?? <span className="text-subtle">–</span>}
          </span>
          <span className="whitespace-nowrap text-muted text-sm">
            {last24h.attempts === 0
              ? t("webhook_row_nothing_sent")
              : t("webhook_row_attempts", { attempts: last24h.attempts })}
          </span>
        </div>
      </TableCell>
      <TableCell label="p95" align="end" className="whitespace-nowrap">
        <Duration ms={last24h.p95Ms} />
      </TableCell>
      <TableCell label={t("webhook_row_last_failure")} className="md:max-w-60">
        {lastFailure ? (
          <div className="grid min-w-0">
            <span className="line-clamp-2">{lastFailure.message}</span>
            <RelativeTime at={lastFailure.at} zone={zone} className="text-muted text-sm" />
          </div>
        ) : (
          <span className="text-muted">{t("webhook_row_none")}</span>
        )}
      </TableCell>
      <TableCell phone="aside" className="md:max-w-44">
        <StateBadge webhook={webhook} zone={zone} held={last24h.held} />
      </TableCell>
    </TableRow>
  );
}

function getHost(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}
