import { marksOfRuns } from "#app/(dashboard)/automations/marks-of-runs.tsx";
import { missingIsNotFound } from "#app/missing-is-not-found.ts";
import { DeliveryView } from "#components/deliveries/delivery-view.tsx";
import { isAllowed } from "#lib/auth/context.ts";
import { requireCtx, requireSession } from "#lib/auth/require-session.ts";
import { titled } from "#lib/auth/titled.ts";
import { getRun } from "#lib/automations/runs/get-run.ts";
import { getDelivery } from "#lib/deliveries/get-delivery.ts";
import { findEventType } from "#lib/events/catalogue/catalogue.ts";
import { deliveriesPages as t } from "#lib/words/en/screens/deliveries-pages.ts";

export const generateMetadata = titled(() => ({ title: t("id_title") }));

export default async function DeliveryPage({ params }: { params: Promise<{ id: string }> }) {
  const [ctx, { merchant }, { id }] = await Promise.all([requireCtx(), requireSession(), params]);
  const delivery = await getDelivery({ ctx, input: { id } }).catch(missingIsNotFound);
  const run = delivery.destination.kind === "automation" ? await getRun({ ctx, input: { id } }) : null;
  return (
    <DeliveryView
      first={delivery}
      firstRun={run}
      marks={marksOfRuns(run ? [run] : [])}
      eventTitle={findEventType(delivery.eventType)?.title ?? delivery.eventType}
      zone={merchant.timeZone}
      canChange={isAllowed(ctx, "deliveries:write")}
      canDecide={isAllowed(ctx, "integrations:write")}
    />
  );
}
