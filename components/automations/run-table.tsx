import { deliveryState, heldWord } from "#components/deliveries/delivery-state.ts";
import { NextTry } from "#components/deliveries/next-try.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { Link } from "#components/ui/link.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { Status } from "#components/ui/status.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeading, TableRow } from "#components/ui/table.tsx";
import type { DeliveryDto } from "#lib/deliveries/schema.ts";
import { automations as t } from "#lib/words/en/screens/automations.ts";
import { common } from "#lib/words/en/screens/common.ts";

interface RunTableProps {
  runs: readonly DeliveryDto[];
  zone: string;
}

/** Runs of one automation, the newest first: about what, how each stands, and what came of it. */
export function RunTable({ runs, zone }: RunTableProps) {
  return (
    <Table caption={t("run_table_caption")}>
      <TableHead>
        <TableHeading>{t("run_table_event")}</TableHeading>
        <TableHeading>{t("run_table_result")}</TableHeading>
        <TableHeading>{common("when")}</TableHeading>
        <TableHeading>{common("state")}</TableHeading>
      </TableHead>
      <TableBody>
        {runs.map((run) => (
          <TableRow key={run.id}>
            <TableCell phone="title">
              <span className="flex flex-wrap items-center gap-x-2">
                <Link
                  href={`/deliveries/${run.id}`}
                  data-row-link
                  className="rounded-tag font-medium [overflow-wrap:anywhere] hover:underline"
                >
                  {run.summary ?? run.eventType}
                </Link>
                {run.isTest && <Badge>{t("run_table_test")}</Badge>}
              </span>
            </TableCell>
            <TableCell
              phone={run.status === "delivered" ? "hidden" : "line"}
              className="text-muted max-md:text-left md:max-w-96"
            >
              {run.lastAttempt && <span className="line-clamp-3">{run.lastAttempt.message}</span>}
            </TableCell>
            <TableCell label={common("when")} className="text-muted">
              <RelativeTime at={run.createdAt} zone={zone} />
            </TableCell>
            <TableCell phone="aside">
              <RunStatus run={run} zone={zone} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function RunStatus({ run, zone }: { run: DeliveryDto; zone: string }) {
  const { tone, word, isMoving } = deliveryState(run);
  return (
    <span className="grid max-md:justify-items-end">
      <Status tone={tone} isMoving={isMoving}>
        {word}
      </Status>
      {run.status === "held" && <span className="whitespace-nowrap text-muted text-sm">{heldWord(run)}</span>}
      {run.nextAttemptAt && (
        <span className="whitespace-nowrap text-muted text-sm">
          {t.rich("run_status_next_try", { time: <NextTry at={run.nextAttemptAt} zone={zone} /> })}
        </span>
      )}
    </span>
  );
}
