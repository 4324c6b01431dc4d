import { Card } from "#components/ui/card.tsx";
import { Link } from "#components/ui/link.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { Status } from "#components/ui/status.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeading, TableRow } from "#components/ui/table.tsx";
import type { InboxDto } from "#lib/test-inboxes/schema.ts";
import { common } from "#lib/words/en/screens/common.ts";
import { testInboxes as t } from "#lib/words/en/screens/test-inboxes.ts";
import { inboxAnswer } from "./inbox-answers.ts";

/** The merchant's test inboxes. */
export function InboxList({ inboxes, zone }: { inboxes: readonly InboxDto[]; zone: string }) {
  return (
    <Card isFlush>
      <Table caption={t("inbox_list_caption")}>
        <TableHead>
          <TableHeading>{common("name")}</TableHeading>
          <TableHeading>{t("inbox_list_address")}</TableHeading>
          <TableHeading>{t("inbox_list_how_answers")}</TableHeading>
          <TableHeading>{t("inbox_list_created")}</TableHeading>
        </TableHead>
        <TableBody>
          {inboxes.map((inbox) => {
            const { tone, text } = inboxAnswer(inbox);
            return (
              <TableRow key={inbox.id}>
                <TableCell phone="title">
                  <Link
                    href={`/test-inboxes/${inbox.id}`}
                    data-row-link
                    className="rounded-tag font-medium hover:underline"
                  >
                    {inbox.name}
                  </Link>
                </TableCell>
                <TableCell className="md:max-w-96" phone="hidden">
                  <span className="block truncate font-mono text-muted text-sm" title={inbox.url}>
                    {inbox.url}
                  </span>
                </TableCell>
                <TableCell phone="aside">
                  <Status tone={tone}>{text}</Status>
                </TableCell>
                <TableCell label={t("inbox_list_created")} className="text-muted">
                  <RelativeTime at={inbox.createdAt} zone={zone} />
                </TableCell>
              </TableRow>
            );
          })}
        </TableBody>
      </Table>
    </Card>
  );
}
