import { integrationHref } from "#components/integrations/integration-state.ts";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { IntegrationDto } from "#lib/integrations/schema.ts";
import { payments as t } from "#lib/words/en/screens/payments.ts";

/** What keeps an account from taking payments, or soon will: what the app needs, and by when. */
export function AppIssues({ apps }: { apps: readonly IntegrationDto[] }) {
  return apps
    .filter(({ status }) => status !== "disconnected")
    .flatMap((app) =>
      app.issues.map(({ id, message }) => (
        <Notice
          key={id}
          tone="warning"
          title={t("app_issues_title", { providerName: app.providerName, label: app.account.label })}
          action={
            <ButtonLink href={integrationHref(app)} size="sm">
              {t("app_issues_open_providername", { providerName: app.providerName })}
            </ButtonLink>
          }
        >
          {message}
        </Notice>
      )),
    );
}
