import { marksOfRuns } from "#app/(dashboard)/automations/marks-of-runs.tsx";
import { missingIsNotFound } from "#app/missing-is-not-found.ts";
import { EventView } from "#components/events/event-view.tsx";
import { findRunIds } from "#components/events/find-run-ids.ts";
import { requireCtx, requireSession } from "#lib/auth/require-session.ts";
import { titled } from "#lib/auth/titled.ts";
import { getRun } from "#lib/automations/runs/get-run.ts";
import { getEvent } from "#lib/deliveries/get-event.ts";
import { findEventType } from "#lib/events/catalogue/catalogue.ts";
import { eventsPages as t } from "#lib/words/en/screens/events-pages.ts";

export const generateMetadata = titled(() => ({ title: t("id_title") }));

export default async function EventPage({ params }: { params: Promise<{ id: string }> }) {
  const [ctx, { merchant }, { id }] = await Promise.all([requireCtx(), requireSession(), params]);
  const event = await getEvent({ ctx, input: { id: decodeURIComponent(id) } }).catch(missingIsNotFound);
  const runs = await Promise.all(findRunIds(event).map((runId) => getRun({ ctx, input: { id: runId } })));
  return (
    <EventView
      first={event}
      firstRuns={runs}
      marks={marksOfRuns(runs)}
      title={findEventType(event.type)?.title ?? event.type}
      zone={merchant.timeZone}
    />
  );
}
