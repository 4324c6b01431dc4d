import type { ReactNode } from "react";
import { Link } from "#components/ui/link.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { Status } from "#components/ui/status.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeading, TableRow } from "#components/ui/table.tsx";
import type { IntegrationDto } from "#lib/integrations/schema.ts";
import { common } from "#lib/words/en/screens/common.ts";
import { integrationsList as t } from "#lib/words/en/screens/integrations-list.ts";
import { EnvironmentBadge } from "../environment-badge.tsx";
import { causeTitles, describeEnding, getState, integrationHref } from "../integration-state.ts";

interface IntegrationTableProps {
  integrations: readonly IntegrationDto[];
  zone: string;
  /** The app's mark. */
  createMark: (integration: IntegrationDto) => ReactNode;
}

/** Connections, one a row, titled by the app; each leads to its place on the app's page. */
export function IntegrationTable({ integrations, zone, createMark }: IntegrationTableProps) {
  return (
    <Table caption={t("integration_table_caption")}>
      <TableHead>
        <TableHeading>{t("integration_table_app")}</TableHeading>
        <TableHeading>{common("account")}</TableHeading>
        <TableHeading>{common("state")}</TableHeading>
        <TableHeading align="end">{t("integration_table_last_worked")}</TableHeading>
      </TableHead>
      <TableBody>
        {integrations.map((integration) => (
          <TableRow key={integration.id}>
            <TableCell phone="title" className="md:max-w-80">
              <div className="flex min-w-0 items-center gap-3">
                {createMark(integration)}
                <div className="grid min-w-0 justify-items-start gap-0.5">
                  <Link
                    href={integrationHref(integration)}
                    data-row-link
                    className="max-w-full rounded-tag font-medium text-ink"
                  >
                    {integration.providerName}
                  </Link>
                  <EnvironmentBadge environment={integration.environment} />
                </div>
              </div>
            </TableCell>
            <TableCell label={common("account")} className="md:max-w-80">
              <div className="grid min-w-0 gap-0.5 [overflow-wrap:anywhere] max-md:justify-items-end max-md:text-right">
                {integration.account.label}
                <span className="font-mono text-muted text-xs">{integration.account.id}</span>
              </div>
            </TableCell>
            <TableCell label={common("state")} className="md:max-w-80">
              <div className="grid gap-0.5 max-md:justify-items-end max-md:text-right">
                <Status tone={getState(integration).tone}>{getState(integration).word}</Status>
                <Cause integration={integration} />
              </div>
            </TableCell>
            <TableCell
              label={t("integration_table_last_worked")}
              align="end"
              className="whitespace-nowrap text-muted"
            >
              {integration.lastSuccessAt === null ? (
                t("integration_table_not_yet")
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
      ? describeEnding(integration)
      : issues.map(({ cause }) => causeTitles()[cause]).join(", ");
  return <span className="text-muted text-sm">{text}</span>;
}
