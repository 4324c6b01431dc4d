import { NextTry } from "#components/deliveries/next-try.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { Duration } from "#components/ui/duration.tsx";
import { Link } from "#components/ui/link.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { Status } from "#components/ui/status.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeading, TableRow } from "#components/ui/table.tsx";
import type { AttemptDto } from "#lib/deliveries/schema.ts";
import { common } from "#lib/words/en/screens/common.ts";
import { webhooksDetailBrowser as t } from "#lib/words/en/screens/webhooks-detail-browser.ts";
import { eventTitle } from "../event-words.ts";
import { attemptWords } from "./attempt-words.ts";

interface AttemptTableProps {
  attempts: readonly AttemptDto[];
  /** Rows that came in just now. */
  arrivedIds: readonly string[];
  zone: string;
}

/** Attempts, one a row, each leading to its delivery. */
export function AttemptTable({ attempts, arrivedIds, zone }: AttemptTableProps) {
  return (
    <Table caption={t("attempt_table_caption")} density="compact">
      <TableHead>
        <TableHeading>{t("attempt_table_event")}</TableHeading>
        <TableHeading>{t("attempt_table_result")}</TableHeading>
        <TableHeading align="end">{t("attempt_table_took")}</TableHeading>
        <TableHeading align="end">{common("when")}</TableHeading>
      </TableHead>
      <TableBody>
        {attempts.map((attempt) => (
          <TableRow
            key={attempt.id}
            className={arrivedIds.includes(attempt.id) ? "bg-accent-soft" : undefined}
          >
            <TableCell phone="title">
              <div className="grid justify-items-start gap-0.5">
                <Link
                  href={`/deliveries/${attempt.deliveryId}`}
                  data-row-link
                  className="rounded-tag font-medium text-ink"
                >
                  {eventTitle(attempt.eventType)}
                </Link>
                {attempt.summary && (
                  <span className="line-clamp-2 font-normal text-muted text-sm [overflow-wrap:anywhere]">
                    {attempt.summary}
                  </span>
                )}
                <Origin attempt={attempt} />
              </div>
            </TableCell>
            <TableCell label={t("attempt_table_result")} className="md:max-w-80">
              <Result attempt={attempt} zone={zone} />
            </TableCell>
            <TableCell label={t("attempt_table_took")} align="end" className="whitespace-nowrap text-muted">
              <Duration ms={attempt.timing.totalMs} />
            </TableCell>
            <TableCell phone="aside" align="end" className="text-muted">
              <RelativeTime at={attempt.startedAt} zone={zone} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function Origin({ attempt }: { attempt: AttemptDto }) {
  if (attempt.trigger === "test") return <Badge>{t("origin_test")}</Badge>;
  return (
    <span className="whitespace-nowrap font-normal text-muted text-sm">
      {t("origin_attempt", { trigger: attempt.trigger, number: attempt.number })}
    </span>
  );
}

function Result({ attempt, zone }: { attempt: AttemptDto; zone: string }) {
  const { tone, word } = attemptWords(attempt);
  return (
    <div className="grid gap-0.5 max-md:justify-items-end">
      <Status tone={tone}>{word}</Status>
      {attempt.outcome !== "delivered" && <span className="text-muted text-sm">{attempt.message}</span>}
      {attempt.isNextPlanned && attempt.nextAttemptAt !== null && (
        <span className="text-muted text-sm">
          {t.rich("result_next_try", { time: <NextTry at={attempt.nextAttemptAt} zone={zone} /> })}
        </span>
      )}
    </div>
  );
}
