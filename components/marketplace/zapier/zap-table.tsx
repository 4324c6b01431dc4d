import { Zap } from "lucide-react";
import Link from "next/link";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { Section } from "#components/ui/section.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeading, TableRow } from "#components/ui/table.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { eventTitle } from "#components/webhooks/event-words.ts";
import { StateBadge } from "#components/webhooks/state-badge.tsx";
import type { HookDto } from "#lib/zapier/hook-schema.ts";

interface ZapTableProps {
  hooks: readonly HookDto[];
  /** There are further ones than these. */
  hasMore: boolean;
  zone: string;
}

/** The Zaps that listen to this shop, each with a way to its log. */
export function ZapTable({ hooks, hasMore, zone }: ZapTableProps) {
  return (
    <Section
      title="Your Zaps"
      description="What listens to your shop now. A Zap comes and goes with its switch in Zapier."
    >
      <Card isFlush>
        {hooks.length === 0 ? (
          <EmptyState
            icon={<Zap aria-hidden />}
            title="No Zap listens yet"
            description="Each Zap that you switch on will appear here, with a log of what was sent to it."
          />
        ) : (
          <Table caption="Zaps">
            <TableHead>
              <TableHeading>Starts when</TableHeading>
              <TableHeading>Zap</TableHeading>
              <TableHeading>Since</TableHeading>
              <TableHeading>State</TableHeading>
            </TableHead>
            <TableBody>
              {hooks.map((hook) => (
                <ZapRow key={hook.id} hook={hook} zone={zone} />
              ))}
            </TableBody>
          </Table>
        )}
      </Card>
      {hasMore && (
        <p className="mt-3 text-muted">
          The newest {hooks.length} are shown. All of them stand under{" "}
          <TextLink href="/webhooks">Webhooks</TextLink>.
        </p>
      )}
    </Section>
  );
}

function ZapRow({ hook, zone }: { hook: HookDto; zone: string }) {
  return (
    <TableRow>
      <TableCell phone="title">
        <Link
          href={`/webhooks/${hook.id}`}
          data-row-link
          className="rounded-tag font-medium text-ink max-md:min-h-6"
        >
          {eventTitle(hook.eventType)}
        </Link>
      </TableCell>
      <TableCell label="Zap">
        {hook.zapId ?? <span className="text-muted">Zapier did not name it</span>}
      </TableCell>
      <TableCell label="Since">
        <RelativeTime at={hook.createdAt} zone={zone} />
      </TableCell>
      <TableCell phone="aside">
        <StateBadge webhook={hook} zone={zone} />
      </TableCell>
    </TableRow>
  );
}
