import type { Metadata } from "next";
import { marksOfRuns } from "#app/(dashboard)/automations/marks-of-runs.tsx";
import { missingIsNotFound } from "#app/missing-is-not-found.ts";
import { DeliveryView } from "#components/deliveries/delivery-view.tsx";
import { isAllowed } from "#lib/auth/context.ts";
import { requireCtx, requireSession } from "#lib/auth/require-session.ts";
import { getRun } from "#lib/automations/runs/get-run.ts";
import { getDelivery } from "#lib/deliveries/get-delivery.ts";
import { findEventType } from "#lib/events/catalogue/catalogue.ts";

export const metadata: Metadata = { title: "Delivery" };

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
