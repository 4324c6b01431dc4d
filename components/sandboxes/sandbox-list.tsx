import { AppMark } from "#components/marketplace/app-mark.tsx";
import { Card } from "#components/ui/card.tsx";
import { Link } from "#components/ui/link.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { Status } from "#components/ui/status.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeading, TableRow } from "#components/ui/table.tsx";
import type { SandboxProviderDto } from "#lib/sandbox/schema.ts";
import { common } from "#lib/words/en/screens/common.ts";
import { sandboxes as t } from "#lib/words/en/screens/sandboxes.ts";

/** The apps that can be tried out. */
export function SandboxList({ sandboxes, zone }: { sandboxes: readonly SandboxProviderDto[]; zone: string }) {
  return (
    <Card isFlush>
      <Table caption={t("sandbox_list_caption")}>
        <TableHead>
          <TableHeading>{t("sandbox_list_app")}</TableHeading>
          <TableHeading>{common("state")}</TableHeading>
          <TableHeading align="end">{t("sandbox_list_accounts")}</TableHeading>
          <TableHeading>{t("sandbox_list_last_call")}</TableHeading>
        </TableHead>
        <TableBody>
          {sandboxes.map((sandbox) => (
            <TableRow key={sandbox.id}>
              <TableCell phone="title">
                <span className="flex items-center gap-3">
                  <AppMark app={sandbox} />
                  <Link
                    href={`/sandboxes/${sandbox.id}`}
                    data-row-link
                    className="rounded-tag font-medium hover:underline"
                  >
                    {sandbox.name}
                  </Link>
                </span>
              </TableCell>
              <TableCell label={common("state")}>
                {sandbox.faults > 0 ? (
                  <Status tone="warning">
                    {t("sandbox_list_next_calls_fail", { calls: sandbox.faults })}
                  </Status>
                ) : (
                  <Status tone="success">{t("sandbox_list_works")}</Status>
                )}
              </TableCell>
              <TableCell label={t("sandbox_list_accounts")} align="end">
                {sandbox.accounts}
              </TableCell>
              <TableCell label={t("sandbox_list_last_call")} className="text-muted">
                {sandbox.lastCallAt ? (
                  <RelativeTime at={sandbox.lastCallAt} zone={zone} />
                ) : (
                  t("sandbox_list_none_yet")
                )}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Card>
  );
}
