import { Plug } from "lucide-react";
import { NothingMatches } from "#components/listing/nothing-matches.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { integrationsList as t } from "#lib/words/en/screens/integrations-list.ts";

/** What the list says while there is nothing to list. */
export function NoIntegrations({ isFiltered }: { isFiltered: boolean }) {
  if (isFiltered) return <NothingMatches title={t("no_integrations_no_match")} clearHref="/integrations" />;
  return (
    <EmptyState
      icon={<Plug aria-hidden />}
      title={t("no_integrations_title")}
      description={t("no_integrations_description")}
      action={
        <ButtonLink href="/marketplace" variant="primary">
          {t("no_integrations_open_marketplace")}
        </ButtonLink>
      }
    />
  );
}
