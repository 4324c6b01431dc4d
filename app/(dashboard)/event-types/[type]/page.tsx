import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { EventTypeDetail } from "#components/event-types/event-type-detail.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { requireCtx } from "#lib/auth/require-session.ts";
import { env } from "#lib/env.ts";
import { findEventType } from "#lib/events/catalogue/catalogue.ts";
import { listEventTypes } from "#lib/events/list-event-types.ts";
import { eventTypesPages as t } from "#lib/words/en/screens/event-types-pages.ts";

type EventTypePageProps = { params: Promise<{ type: string }> };

export async function generateMetadata({ params }: EventTypePageProps): Promise<Metadata> {
  return { title: findEventType((await params).type)?.title ?? t("generate_metadata_title") };
}

export default async function EventTypePage({ params }: EventTypePageProps) {
  await requireCtx();
  const { type } = await params;
  const eventType = listEventTypes().find((candidate) => candidate.type === type) ?? notFound();
  return (
    <>
      <PageHeader
        back={{ href: "/event-types", label: t("event_type_page_event_catalogue") }}
        title={eventType.title}
        description={eventType.description}
      />
      <EventTypeDetail eventType={eventType} origin={env().APP_URL} />
    </>
  );
}
