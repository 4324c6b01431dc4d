import { SearchX } from "lucide-react";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { listing as t } from "#lib/words/en/screens/listing.ts";

/** What a filtered list says when it is empty. `title` is such as "No deliveries match". */
export function NothingMatches({ title, clearHref }: { title: string; clearHref: string }) {
  return (
    <EmptyState
      icon={<SearchX aria-hidden />}
      title={title}
      description={t("nothing_matches_description")}
      action={<ButtonLink href={clearHref}>{t("nothing_matches_clear_search_filters")}</ButtonLink>}
    />
  );
}
