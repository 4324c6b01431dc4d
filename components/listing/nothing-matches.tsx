import { SearchX } from "lucide-react";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { listing as t } from "#lib/words/en/screens/listing.ts";

/** What a filtered list says when it is empty. `what` is its plural, such as "deliveries". */
export function NothingMatches({ what, clearHref }: { what: string; clearHref: string }) {
  return (
    <EmptyState
      icon={<SearchX aria-hidden />}
      title={t("nothing_matches_title", { what })}
      description={t("nothing_matches_description")}
      action={<ButtonLink href={clearHref}>{t("nothing_matches_clear_search_filters")}</ButtonLink>}
    />
  );
}
