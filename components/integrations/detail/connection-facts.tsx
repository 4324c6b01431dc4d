import type { ReactNode } from "react";
import { Copyable } from "#components/ui/copyable.tsx";
import { KeyValueList } from "#components/ui/key-value-list.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { IntegrationDto } from "#lib/integrations/schema.ts";
import { integrationsDetail as t } from "#lib/words/en/screens/integrations-detail.ts";
import { accessWords } from "./access-words.ts";

interface ConnectionFactsProps {
  integration: IntegrationDto;
  zone: string;
}

/** When it last worked, when it last did not, and how long the access lasts. */
export function ConnectionFacts({ integration, zone }: ConnectionFactsProps) {
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
          value: <Copyable text={integration.account.id} label={t("connection_facts_label")} />,
        },
        {
          key: t("connection_facts_connection"),
          value: <Copyable text={integration.id} label={t("connection_facts_connection_id")} />,
        },
      ]}
    />
  );
}
