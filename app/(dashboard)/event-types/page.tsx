import type { Metadata } from "next";
import { EventTypeList } from "#components/event-types/event-type-list.tsx";
import { findEventTypes } from "#components/event-types/find-event-types.ts";
import { NothingMatches } from "#components/listing/nothing-matches.tsx";
import { readParam, type SearchParams } from "#components/listing/search-params.ts";
import { Card } from "#components/ui/card.tsx";
import { FilterBar } from "#components/ui/filter-bar.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { requireCtx } from "#lib/auth/require-session.ts";
import { listEventTypes } from "#lib/events/list-event-types.ts";

export const metadata: Metadata = { title: "Event catalogue" };

export default async function EventTypesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await requireCtx();
  const groups = findEventTypes(listEventTypes(), readParam(await searchParams, "q"));
  return (
    <>
      <PageHeader
        title="Event catalogue"
        description="Everything that can happen and be sent on to your apps, with the fields that each event carries."
      />
      <FilterBar searchLabel="Search events, such as order or scan" />
      {groups.length === 0 ? (
        <Card isFlush>
          <NothingMatches what="events" clearHref="/event-types" />
        </Card>
      ) : (
        <EventTypeList groups={groups} />
      )}
    </>
  );
}
