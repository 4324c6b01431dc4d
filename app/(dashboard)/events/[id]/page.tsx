import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { EventView } from "#components/events/event-view.tsx";
import { requireCtx, requireSession } from "#lib/auth/require-session.ts";
import { AppError } from "#lib/errors.ts";
import { findEventType } from "#lib/events/catalogue/catalogue.ts";
import { getEvent } from "#lib/events/get-event.ts";

export const metadata: Metadata = { title: "Event" };

export default async function EventPage({ params }: { params: Promise<{ id: string }> }) {
  const [ctx, { merchant }, { id }] = await Promise.all([requireCtx(), requireSession(), params]);
  const event = await getEvent({ ctx, input: { id: decodeURIComponent(id) } }).catch((error: unknown) => {
    if (error instanceof AppError && error.status < 500) notFound();
    throw error;
  });
  return (
    <EventView
      first={event}
      title={findEventType(event.type)?.title ?? event.type}
      zone={merchant.timeZone}
    />
  );
}
