import { EventTypeList } from "#components/event-types/event-type-list.tsx";
import { findEventTypes } from "#components/event-types/find-event-types.ts";
import { NothingMatches } from "#components/listing/nothing-matches.tsx";
import { readParam, type SearchParams } from "#components/listing/search-params.ts";
import { Card } from "#components/ui/card.tsx";
import { FilterBar } from "#components/ui/filter-bar.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { requireCtx } from "#lib/auth/require-session.ts";
import { titled } from "#lib/auth/titled.ts";
import { listEventTypes } from "#lib/events/list-event-types.ts";
import { eventTypesPages as t } from "#lib/words/en/screens/event-types-pages.ts";

export const generateMetadata = titled(() => ({ title: t("event_types_title") }));

export default async function EventTypesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await requireCtx();
  const groups = findEventTypes(listEventTypes(), readParam(await searchParams, "q"));
  return (
    <>
      <PageHeader title={t("event_types_page_title")} description={t("event_types_page_description")} />
      <FilterBar searchLabel={t("event_types_page_search_events_such_as")} />
      {groups.length === 0 ? (
        <Card isFlush>
          <NothingMatches title={t("event_types_page_no_match")} clearHref="/event-types" />
        </Card>
      ) : (
        <EventTypeList groups={groups} />
      )}
    </>
  );
}
