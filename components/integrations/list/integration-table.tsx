import Link from "next/link";
import type { ReactNode } from "react";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { Status } from "#components/ui/status.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeading, TableRow } from "#components/ui/table.tsx";
import type { IntegrationDto } from "#lib/integrations/schema.ts";
import { EnvironmentBadge } from "../environment-badge.tsx";
import { causeTitles, endingOf, integrationHref, stateOf } from "../integration-state.ts";

interface IntegrationTableProps {
  integrations: readonly IntegrationDto[];
  zone: string;
  /** The app's mark. */
  markOf: (integration: IntegrationDto) => ReactNode;
}

/** Connected accounts, one a row, each leading to its place on the app's page. */
export function IntegrationTable({ integrations, zone, markOf }: IntegrationTableProps) {
  return (
    <Table caption="Connected apps">
      <TableHead>
        <TableHeading>Account</TableHeading>
        <TableHeading>App</TableHeading>
        <TableHeading>State</TableHeading>
        <TableHeading align="end">Last worked</TableHeading>
      </TableHead>
      <TableBody>
        {integrations.map((integration) => (
          <TableRow key={integration.id}>
            <TableCell phone="title" className="md:max-w-80">
              <div className="flex min-w-0 items-center gap-3">
                {markOf(integration)}
                <div className="grid min-w-0 justify-items-start gap-0.5">
                  <Link
                    href={integrationHref(integration)}
                    data-row-link
                    className="max-w-full rounded-tag font-medium text-ink [overflow-wrap:anywhere]"
                  >
                    {integration.account.label}
                  </Link>
                  <span className="flex min-w-0 max-w-full flex-wrap items-center gap-x-2 gap-y-0.5">
                    <EnvironmentBadge environment={integration.environment} />
                    <span className="min-w-0 font-mono font-normal text-muted text-xs [overflow-wrap:anywhere]">
                      {integration.account.id}
                    </span>
                  </span>
                </div>
              </div>
            </TableCell>
            <TableCell label="App">{integration.providerName}</TableCell>
            <TableCell label="State" className="md:max-w-80">
              <div className="grid gap-0.5 max-md:justify-items-end max-md:text-right">
                <Status tone={stateOf(integration).tone}>{stateOf(integration).word}</Status>
                <Cause integration={integration} />
              </div>
            </TableCell>
            <TableCell label="Last worked" align="end" className="whitespace-nowrap text-muted">
              {integration.lastSuccessAt === null ? (
                "Not yet"
              ) : (
                <RelativeTime at={integration.lastSuccessAt} zone={zone} />
              )}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function Cause({ integration }: { integration: IntegrationDto }) {
  const { status, issues } = integration;
  if (status === "connected") return null;
  const text =
    status === "disconnected"
      ? endingOf(integration)
      : issues.map(({ cause }) => causeTitles[cause]).join(", ");
  return <span className="text-muted text-sm">{text}</span>;
}
