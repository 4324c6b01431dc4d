import { SearchX } from "lucide-react";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { marketplace as t } from "#lib/words/en/screens/marketplace.ts";

/** What the marketplace says when no app fits the search. */
export function NoApps() {
  return (
    <Card isFlush>
      <EmptyState
        icon={<SearchX aria-hidden />}
        title={t("no_apps_title")}
        description={t("no_apps_description")}
        action={<ButtonLink href="/marketplace">{t("no_apps_show_all_apps")}</ButtonLink>}
      />
    </Card>
  );
}
