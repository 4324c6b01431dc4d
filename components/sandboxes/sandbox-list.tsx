import Link from "next/link";
import { AppMark } from "#components/marketplace/app-mark.tsx";
import { Card } from "#components/ui/card.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { Status } from "#components/ui/status.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeading, TableRow } from "#components/ui/table.tsx";
import type { SandboxProviderDto } from "#lib/sandbox/schema.ts";
import { callsText } from "./fault-words.ts";

/** The apps that can be tried out. */
export function SandboxList({ sandboxes, zone }: { sandboxes: readonly SandboxProviderDto[]; zone: string }) {
  return (
    <Card isFlush>
      <Table caption="Apps in the sandbox">
        <TableHead>
          <TableHeading>App</TableHeading>
          <TableHeading>State</TableHeading>
          <TableHeading align="end">Accounts</TableHeading>
          <TableHeading>Last call</TableHeading>
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
              <TableCell label="State">
                {sandbox.faults > 0 ? (
                  <Status tone="warning">{`The next ${callsText(sandbox.faults)} will fail`}</Status>
                ) : (
                  <Status tone="success">Works</Status>
                )}
              </TableCell>
              <TableCell label="Accounts" align="end">
                {sandbox.accounts}
              </TableCell>
              <TableCell label="Last call" className="text-muted">
                {sandbox.lastCallAt ? <RelativeTime at={sandbox.lastCallAt} zone={zone} /> : "None yet"}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Card>
  );
}
