import type { ReactNode } from "react";
import { Copyable } from "#components/ui/copyable.tsx";
import { KeyValueList } from "#components/ui/key-value-list.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { IntegrationDto } from "#lib/integrations/schema.ts";
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
        { key: "Last worked", value: when(lastSuccessAt, "Not yet") },
        {
          key: "Last error",
          value:
            lastErrorAt === null ? (
              <span className="text-muted">None</span>
            ) : (
              <>
                {lastErrorMessage}{" "}
                <RelativeTime at={lastErrorAt} zone={zone} className="whitespace-nowrap text-muted text-sm" />
              </>
            ),
        },
        {
          key: "Access",
          value: (
            <>
              {access.text} {access.at !== null && <RelativeTime at={access.at} zone={zone} />}
            </>
          ),
        },
        { key: "Connected", value: when(connectedAt, "") },
        ...(disconnectedAt === null ? [] : [{ key: "Disconnected", value: when(disconnectedAt, "") }]),
        { key: "Account id", value: <Copyable text={integration.account.id} label="account id" /> },
        { key: "Connection id", value: <Copyable text={integration.id} label="connection id" /> },
      ]}
    />
  );
}
