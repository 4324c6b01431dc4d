import { DetailLoading } from "#components/listing/detail-loading.tsx";
import { eventsPages as t } from "#lib/words/en/screens/events-pages.ts";

export default function EventLoading() {
  return <DetailLoading label={t("event_loading_label")} />;
}
