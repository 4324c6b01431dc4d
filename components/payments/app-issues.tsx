import { integrationHref } from "#components/integrations/integration-state.ts";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { IntegrationDto } from "#lib/integrations/schema.ts";

/** What keeps an account from taking payments, or soon will: what the app needs, and by when. */
export function AppIssues({ apps }: { apps: readonly IntegrationDto[] }) {
  return apps
    .filter(({ status }) => status !== "disconnected")
    .flatMap((app) =>
      app.issues.map(({ id, message }) => (
        <Notice
          key={id}
          tone="warning"
          title={`${app.providerName} (${app.account.label}) needs attention`}
          action={
            <ButtonLink href={integrationHref(app)} size="sm">
              {`Open ${app.providerName}`}
            </ButtonLink>
          }
        >
          {message}
        </Notice>
      )),
    );
}
