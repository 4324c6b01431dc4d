import type { ReactNode } from "react";
import { Notice } from "#components/ui/notice.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { IntegrationDto, IssueDto } from "#lib/integrations/schema.ts";
import type { CatalogueDetailDto } from "#lib/marketplace/schema.ts";
import { integrationsDetail as t } from "#lib/words/en/screens/integrations-detail.ts";
import { listText } from "#lib/words/texts/list-text.ts";
import { causeTitles, describeEnding, needsReconnect } from "../integration-state.ts";

interface ConnectionHealthProps {
  integration: IntegrationDto;
  scopes: CatalogueDetailDto["scopes"];
  /** The button that connects again; null for readers who may not. */
  fix: ReactNode;
  zone: string;
}

/** What is wrong with a connection, each cause with what repairs it; nothing while all is well. */
export function ConnectionHealth({ integration, scopes, fix, zone }: ConnectionHealthProps) {
  const { status, issues, missingScopes } = integration;
  if (status === "disconnected") {
    return (
      <Notice tone="neutral" title={describeEnding(integration)} action={fix}>
        {t("connection_health_nothing_sent_read_any")}
      </Notice>
    );
  }
  return (
    <>
      {issues.map((issue, index) => (
        <IssueNotice
          key={issue.id}
          issue={issue}
          // One button is enough: connecting again mends every cause that it can mend.
          fix={issue.fix === "reconnect" && index === firstReconnect(issues) ? fix : null}
          zone={zone}
        />
      ))}
      {missingScopes.length > 0 && !needsReconnect(integration) && (
        <Notice tone="info" title={t("connection_health_title")} action={fix}>
          {t("connection_health_patchbay_can_do_more", {
            missingTitles: missingTitles(missingScopes, scopes),
          })}
        </Notice>
      )}
    </>
  );
}

function IssueNotice({ issue, fix, zone }: { issue: IssueDto; fix: ReactNode; zone: string }) {
  return (
    <Notice tone="warning" title={causeTitles()[issue.cause]} action={fix}>
      <p>{issue.message}</p>
      <p className="text-muted text-sm">
        {t.rich("issue_notice_began", {
          since: <RelativeTime at={issue.openedAt} zone={zone} />,
          fix: issue.fix,
        })}
      </p>
      {issue.detail !== null && (
        <details className="mt-1">
          <summary className="min-h-6 w-fit rounded-tag text-muted text-sm hover:text-ink">
            {t("issue_notice_details_your_engineer")}
          </summary>
          <p className="mt-1 font-mono text-sm [overflow-wrap:anywhere]">{issue.detail}</p>
        </details>
      )}
    </Notice>
  );
}

function firstReconnect(issues: readonly IssueDto[]): number {
  return issues.findIndex(({ fix }) => fix === "reconnect");
}

function missingTitles(missing: readonly string[], scopes: CatalogueDetailDto["scopes"]): string {
  const titles = missing.map((id) => scopes.find((scope) => scope.id === id)?.title ?? id);
  return listText(titles.map((title) => `“${title}”`));
}
