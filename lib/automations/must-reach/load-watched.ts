import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { db } from "#db/client.ts";
import { automations, automationVersions } from "#db/schema/automations.ts";
import { deliveries, deliverySteps } from "#db/schema/deliveries.ts";
import { destinations } from "#db/schema/destinations.ts";
import { eventPayloads, events } from "#db/schema/events.ts";
import { merchants } from "#db/schema/tenancy.ts";
import type { Definition, Step } from "#lib/automations/definition-schema.ts";
import type { Scope } from "#lib/automations/mapping/scope.ts";
import { beginRun } from "#lib/automations/sending/begin-run.ts";
import { findEventType } from "#lib/events/catalogue/catalogue.ts";
import { eventSummary } from "#lib/events/catalogue/event-summary.ts";
import type { Watched } from "./claim-watched.ts";

export type WatchedRun = {
  automationName: string;
  step: Step;
  isAutomationOn: boolean;
  /** When the step succeeded; null = it has not. */
  succeededAt: Date | null;
  /** What the event is about, for people: an order by its number, else the event in words. */
  about: { isOrder: boolean; subject: string };
  /** What a mapping reads; null = the event's data is not kept any more. */
  scope: Scope | null;
};

/**
 * What is known of the run of a watched step; null = nothing is awaited any more: the run was cancelled, the automation
 * deleted, or the step skipped on purpose. One that was skipped because it came too late is awaited still.
 */
export async function loadWatched(watched: Watched): Promise<WatchedRun | null> {
  const { deliveryId, merchantId, position, eventId, eventAt } = watched;
  const [row] = await db()
    .select({
      automationName: automations.name,
      definition: automationVersions.definition,
      state: destinations.state,
      deletedAt: destinations.deletedAt,
      status: deliveries.status,
      eventType: deliveries.eventType,
      stepStatus: deliverySteps.status,
      stepCode: deliverySteps.code,
      stepAt: deliverySteps.updatedAt,
      occurredAt: eventPayloads.occurredAt,
      data: eventPayloads.data,
      facts: events.facts,
      timeZone: merchants.timeZone,
      locale: merchants.locale,
    })
    .from(deliveries)
    .innerJoin(destinations, eq(destinations.id, deliveries.destinationId))
    .innerJoin(automations, eq(automations.id, deliveries.destinationId))
    .innerJoin(merchants, eq(merchants.id, deliveries.merchantId))
    .innerJoin(
      automationVersions,
      and(
        eq(automationVersions.automationId, deliveries.destinationId),
        eq(automationVersions.number, deliveries.version),
      ),
    )
    .leftJoin(
      deliverySteps,
      and(eq(deliverySteps.deliveryId, deliveryId), eq(deliverySteps.position, position)),
    )
    .leftJoin(
      events,
      and(eq(events.merchantId, merchantId), eq(events.id, eventId), eq(events.acceptedAt, eventAt)),
    )
    .leftJoin(
      eventPayloads,
      and(
        eq(eventPayloads.merchantId, merchantId),
        eq(eventPayloads.eventId, eventId),
        eq(eventPayloads.acceptedAt, eventAt),
      ),
    )
    .where(and(eq(deliveries.id, deliveryId), eq(deliveries.merchantId, merchantId)));
  const step = row?.definition.steps[position];
  if (!row || !step || row.status === "cancelled" || row.deletedAt !== null) return null;
  if (row.stepStatus === "skipped" && row.stepCode !== "step_late") return null;
  return {
    automationName: row.automationName,
    step,
    isAutomationOn: row.state === "active",
    succeededAt: row.stepStatus === "succeeded" ? row.stepAt : null,
    about: readAbout(row.eventType, row.data ?? row.facts ?? {}),
    scope:
      row.data === null || row.occurredAt === null
        ? null
        : {
            event: {
              id: eventId,
              type: row.eventType,
              occurredAt: row.occurredAt.toISOString(),
              data: z.record(z.string(), z.unknown()).parse(row.data),
            },
            results: await readResults(watched, row.definition),
            merchant: { timeZone: row.timeZone, locale: row.locale },
          },
  };
}

function readAbout(type: string, value: unknown): WatchedRun["about"] {
  const data = z.record(z.string(), z.unknown()).safeParse(value).data ?? {};
  const { number } = data;
  if (typeof number === "string" && number !== "") return { isOrder: true, subject: number };
  return { isOrder: false, subject: eventSummary({ type, data }) || (findEventType(type)?.title ?? type) };
}

/** What the steps that have succeeded by now have answered: a second way may tell of it. */
async function readResults(
  { deliveryId: id, merchantId }: Watched,
  { steps }: Definition,
): Promise<Record<string, unknown>> {
  const { states } = await beginRun({ id, merchantId });
  return Object.fromEntries(
    [...states].flatMap(([position, { status, output }]) => {
      const key = steps[position]?.key;
      return key !== undefined && status === "succeeded" ? [[key, output ?? {}]] : [];
    }),
  );
}
