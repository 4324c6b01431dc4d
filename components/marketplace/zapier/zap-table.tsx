import { Zap } from "lucide-react";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Link } from "#components/ui/link.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { Section } from "#components/ui/section.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeading, TableRow } from "#components/ui/table.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { eventTitle } from "#components/webhooks/event-words.ts";
import { StateBadge } from "#components/webhooks/state-badge.tsx";
import { common } from "#lib/words/en/screens/common.ts";
import { marketplaceZapier as t } from "#lib/words/en/screens/marketplace-zapier.ts";
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
    <Section title={t("zap_table_title")} description={t("zap_table_description")}>
      <Card isFlush>
        {hooks.length === 0 ? (
          <EmptyState
            icon={<Zap aria-hidden />}
            title={t("zap_table_no_zap_listens_yet")}
            description={t("zap_table_each_zap_that_you")}
          />
        ) : (
          <Table caption={t("zap_table_caption")}>
            <TableHead>
              <TableHeading>{t("zap_table_starts_when")}</TableHeading>
              <TableHeading>{t("zap_table_zap")}</TableHeading>
              <TableHeading>{t("zap_table_since")}</TableHeading>
              <TableHeading>{common("state")}</TableHeading>
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
          {t.rich("zap_table_newest_count_shown_all", {
            count: hooks.length,
            link: (text) => <TextLink href="/webhooks">{text}</TextLink>,
          })}
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
      <TableCell label={t("zap_row_label")}>
        {hook.zapId ?? <span className="text-muted">{t("zap_row_zapier_did_not_name")}</span>}
      </TableCell>
      <TableCell label={t("zap_row_since")}>
        <RelativeTime at={hook.createdAt} zone={zone} />
      </TableCell>
      <TableCell phone="aside">
        <StateBadge webhook={hook} zone={zone} />
      </TableCell>
    </TableRow>
  );
}
