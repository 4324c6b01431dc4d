import { FlaskConical } from "lucide-react";
import type { ReactNode } from "react";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Card } from "#components/ui/card.tsx";
import { Copyable } from "#components/ui/copyable.tsx";
import { KeyValueList } from "#components/ui/key-value-list.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { Status } from "#components/ui/status.tsx";
import type { DisconnectPreviewDto, IntegrationDto } from "#lib/integrations/schema.ts";
import type { CatalogueDetailDto } from "#lib/marketplace/schema.ts";
import { integrationsDetail as t } from "#lib/words/en/screens/integrations-detail.ts";
import { EnvironmentBadge } from "../environment-badge.tsx";
import { getState, needsReconnect } from "../integration-state.ts";
import { accessWords } from "./access-words.ts";
import { CheckNowButton } from "./check-now-button.tsx";
import { ConnectAgainButton } from "./connect-again-button.tsx";
import { ConnectionHealth } from "./connection-health.tsx";
import { DisconnectButton } from "./disconnect-button.tsx";

interface ConnectionFactsProps {
  integration: IntegrationDto;
  zone: string;
}

interface ConnectionCardProps {
  integration: IntegrationDto;
  app: CatalogueDetailDto;
  zone: string;
  /** Whether the reader may connect and disconnect apps. */
  canWrite: boolean;
  /** What disconnecting would do; null where there is nothing to disconnect. */
  disconnectPreview: DisconnectPreviewDto | null;
}

/** One connection: whose account it is, how it is doing, and what can be done about it. */
export function ConnectionCard({ integration, app, zone, canWrite, disconnectPreview }: ConnectionCardProps) {
  const { tone, word } = getState(integration);
  const isConnected = integration.status !== "disconnected";
  return (
    <Card
      title={
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1 [overflow-wrap:anywhere]">
          {integration.account.label}
          <EnvironmentBadge environment={integration.environment} />
          <Status tone={tone} look="pill">
            {word}
          </Status>
        </span>
      }
      actions={
        <>
          {integration.environment === "sandbox" && (
            <ButtonLink href={`/sandboxes/${app.id}`} variant="ghost" icon={<FlaskConical aria-hidden />}>
              {t("connection_card_open_sandbox")}
            </ButtonLink>
          )}
          {canWrite && isConnected && (
            <>
              <CheckNowButton integrationId={integration.id} />
              {app.connect && !isFixOffered(integration) && (
                <ConnectAgainButton integration={integration} connect={app.connect} />
              )}
              {disconnectPreview && (
                <DisconnectButton integration={integration} preview={disconnectPreview} />
              )}
            </>
          )}
        </>
      }
    >
      <div className="grid gap-4">
        <ConnectionHealth
          integration={integration}
          scopes={app.scopes}
          fix={
            canWrite && app.connect ? (
              <ConnectAgainButton integration={integration} connect={app.connect} isPrimary />
            ) : null
          }
          zone={zone}
        />
        <ConnectionFacts integration={integration} zone={zone} />
      </div>
    </Card>
  );
}

/** The button then stands beside what it mends, and not a second time above. */
function isFixOffered(integration: IntegrationDto): boolean {
  return needsReconnect(integration) || integration.missingScopes.length > 0;
}

/** When it last worked, when it last did not, and how long the access lasts. */
function ConnectionFacts({ integration, zone }: ConnectionFactsProps) {
  const { lastSuccessAt, lastErrorAt, lastErrorMessage, connectedAt, disconnectedAt } = integration;
  const access = accessWords(integration);
  const when = (at: string | null, otherwise: ReactNode) =>
    at === null ? <span className="text-muted">{otherwise}</span> : <RelativeTime at={at} zone={zone} />;
  return (
    <KeyValueList
      items={[
        { key: t("connection_facts_last_worked"), value: when(lastSuccessAt, t("connection_facts_not_yet")) },
        {
          key: t("connection_facts_last_error"),
          value:
            lastErrorAt === null ? (
              <span className="text-muted">{t("connection_facts_none")}</span>
            ) : (
              <>
                {lastErrorMessage}{" "}
                <RelativeTime at={lastErrorAt} zone={zone} className="whitespace-nowrap text-muted text-sm" />
              </>
            ),
        },
        {
          key: t("connection_facts_access"),
          value: (
            <>
              {access.text} {access.at !== null && <RelativeTime at={access.at} zone={zone} />}
            </>
          ),
        },
        { key: t("connection_facts_connected"), value: when(connectedAt, "") },
        ...(disconnectedAt === null
          ? []
          : [{ key: t("connection_facts_disconnected"), value: when(disconnectedAt, "") }]),
        {
          key: t("connection_facts_account_id"),
          value: <Copyable text={integration.account.id} label={t("connection_facts_label")} isTruncated />,
        },
        {
          key: t("connection_facts_connection"),
          value: <Copyable text={integration.id} label={t("connection_facts_connection_id")} isTruncated />,
        },
      ]}
    />
  );
}
