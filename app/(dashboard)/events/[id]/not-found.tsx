import { SearchX } from "lucide-react";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { eventsPages as t } from "#lib/words/en/screens/events-pages.ts";

export default function EventNotFound() {
  return (
    <EmptyState
      icon={<SearchX aria-hidden />}
      title={t("event_not_found_title")}
      description={t("event_not_found_description")}
      action={<ButtonLink href="/events">{t("event_not_found_all_events")}</ButtonLink>}
    />
  );
}
