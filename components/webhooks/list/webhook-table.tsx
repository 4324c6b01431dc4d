import Link from "next/link";
import { Duration } from "#components/ui/duration.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeading, TableRow } from "#components/ui/table.tsx";
import { toneText } from "#components/ui/tone.ts";
import type { WebhookSummaryDto } from "#lib/webhooks/schema.ts";
import { EventChips } from "../event-chips.tsx";
import { counted, successRateText, successRateTone } from "../figures.ts";
import { StateBadge } from "../state-badge.tsx";

interface WebhookTableProps {
  webhooks: readonly WebhookSummaryDto[];
  zone: string;
}

/** Webhooks, one a row: where to, what, how well, and what went wrong last. */
export function WebhookTable({ webhooks, zone }: WebhookTableProps) {
  return (
    <Table caption="Webhooks">
      <TableHead>
        <TableHeading>Endpoint</TableHeading>
        <TableHeading>Events</TableHeading>
        <TableHeading align="end">Success, 24 h</TableHeading>
        <TableHeading align="end">p95</TableHeading>
        <TableHeading>Last failure</TableHeading>
        <TableHeading>State</TableHeading>
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
            {webhook.description || hostOf(webhook.url)}
          </Link>
          <span title={webhook.url} className="truncate font-mono font-normal text-muted text-sm">
            {webhook.url}
          </span>
        </div>
      </TableCell>
      <TableCell label="Events" className="md:max-w-52">
        <EventChips types={webhook.eventTypes} limit={2} className="max-md:justify-end" />
      </TableCell>
      <TableCell label="Success, 24 h" align="end">
        <div className="grid max-md:justify-items-end">
          <span className={rateTone === "neutral" ? "text-ink" : toneText[rateTone]}>
            {successRateText(last24h) ?? <span className="text-subtle">–</span>}
          </span>
          <span className="whitespace-nowrap text-muted text-sm">
            {last24h.attempts === 0 ? "nothing sent" : counted(last24h.attempts, "attempt")}
          </span>
        </div>
      </TableCell>
      <TableCell label="p95" align="end" className="whitespace-nowrap">
        <Duration ms={last24h.p95Ms} />
      </TableCell>
      <TableCell label="Last failure" className="md:max-w-60">
        {lastFailure ? (
          <div className="grid min-w-0">
            <span className="line-clamp-2">{lastFailure.message}</span>
            <RelativeTime at={lastFailure.at} zone={zone} className="text-muted text-sm" />
          </div>
        ) : (
          <span className="text-muted">None</span>
        )}
      </TableCell>
      <TableCell phone="aside" className="md:max-w-44">
        <StateBadge webhook={webhook} zone={zone} held={last24h.held} />
      </TableCell>
    </TableRow>
  );
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}
