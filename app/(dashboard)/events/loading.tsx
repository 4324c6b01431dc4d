import { ListLoading } from "#components/listing/list-loading.tsx";
import { eventsPages as t } from "#lib/words/en/screens/events-pages.ts";

export default function EventsLoading() {
  return <ListLoading title={t("events_loading_title")} label={t("events_loading_label")} />;
}
