import type { ReactNode } from "react";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Status } from "#components/ui/status.tsx";
import type { CatalogueEntryDto } from "#lib/marketplace/schema.ts";
import { marketplace as t } from "#lib/words/en/screens/marketplace.ts";
import { AppMark } from "./app-mark.tsx";
import type { AppState } from "./app-state.ts";

interface AppHeaderProps {
  app: CatalogueEntryDto;
  state: AppState;
  actions?: ReactNode;
}

/** The top of an app's page: its mark, its name, and how it stands for this merchant. */
export function AppHeader({ app, state, actions }: AppHeaderProps) {
  return (
    <PageHeader
      back={{ href: "/marketplace", label: t("app_header_marketplace") }}
      title={
        <span className="flex items-center gap-3">
          <AppMark app={app} />
          {app.name}
        </span>
      }
      status={
        <Status tone={state.tone} look="pill">
          {state.word}
        </Status>
      }
      description={app.summary}
      actions={actions}
    />
  );
}
