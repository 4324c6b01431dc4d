import { desc, eq, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { automations } from "#db/schema/automations.ts";
import { deliveries, deliveryQueue } from "#db/schema/deliveries.ts";
import { destinations } from "#db/schema/destinations.ts";
import { events } from "#db/schema/events.ts";
import { webhooks } from "#db/schema/webhooks.ts";
import { findRunNames, type RunNames, tellRun } from "#lib/automations/naming/run-names.ts";
import { eventSummary } from "#lib/events/catalogue/event-summary.ts";
import { isRunCode } from "#lib/failures/automation-messages.ts";
import type { Locale } from "#lib/words/locale.ts";
import { attemptMessage } from "./attempt-message.ts";
import { heldUntil } from "./held-until.ts";
import { areRows, findSpan, isEventOf, type RowKey, type Span } from "./row-key.ts";
import { type DeliveryDto, failureCodeSchema } from "./schema.ts";

const columns = {
  delivery: deliveries,
  queued: deliveryQueue,
  facts: events.facts,
  kind: destinations.kind,
  url: webhooks.url,
  description: webhooks.description,
  automationName: automations.name,
  state: sql<
    DeliveryDto["destination"]["state"]
  >`CASE WHEN ${destinations.deletedAt} IS NOT NULL THEN 'deleted'
    ELSE ${destinations.state} END`,
  stoppedAt: destinations.stateSince,
  isInFlight: sql<boolean>`coalesce(${deliveryQueue.leasedUntil} > clock_timestamp(), false)`,
};

/** Deliveries with what is shown of their event and the destination, deleted ones included: their log stays. */
function selectDeliveries(tx: Tx, span: Span) {
  return tx
    .select(columns)
    .from(deliveries)
    .innerJoin(events, isEventOf(deliveries, events, span))
    .innerJoin(destinations, eq(destinations.id, deliveries.destinationId))
    .leftJoin(webhooks, eq(webhooks.id, deliveries.destinationId))
    .leftJoin(automations, eq(automations.id, deliveries.destinationId))
    .leftJoin(deliveryQueue, eq(deliveryQueue.deliveryId, deliveries.id));
}

/** These deliveries, the newest first. */
export async function readDeliveries(
  tx: Tx,
  merchantId: string,
  keys: readonly RowKey[],
): Promise<DeliveryRow[]> {
  const span = findSpan(keys);
  if (span === null) return [];
  const rows = await selectDeliveries(tx, span)
    .where(areRows(deliveries, merchantId, span))
    .orderBy(desc(deliveries.id));
  const getRunNames = await findRunNames(
    tx,
    merchantId,
    rows.filter(namesSteps).map(({ delivery }) => delivery),
  );
  return rows.map((row) => ({ ...row, runNames: namesSteps(row) ? getRunNames(row.delivery) : null }));
}

/** Whether what is told of a run may name its steps or its condition. */
function namesSteps({ kind, delivery: { lastCode, attempts } }: SelectedRow): boolean {
  return kind === "automation" && ((lastCode !== null && lastCode !== "run_done") || attempts > 1);
}

type SelectedRow = Awaited<ReturnType<typeof selectDeliveries>>[number];
/** @param telling what the steps of a run are called; null where nothing that is told names one */
export type DeliveryRow = SelectedRow & { runNames: RunNames | null };

export function toDeliveryDto(row: DeliveryRow, locale: Locale): DeliveryDto {
  const { delivery, queued, facts, state, isInFlight } = row;
  const status = getStatus(row);
  return {
    id: delivery.id,
    eventId: delivery.eventId,
    eventType: delivery.eventType,
    summary: eventSummary({ type: delivery.eventType, data: facts }) || null,
    webhookId: delivery.destinationId,
    destination: { ...toDestination(row), id: delivery.destinationId, state },
    status,
    attempts: delivery.attempts,
    isTest: delivery.isTest,
    isInFlight,
    nextAttemptAt:
      status === "pending" && !isInFlight && queued ? new Date(queued.dueAt).toISOString() : null,
    heldFor: findHeldFor(row),
    heldUntil: findHeldUntil(row),
    lastAttempt:
      delivery.lastAttemptAt && delivery.lastCode !== null
        ? {
            at: delivery.lastAttemptAt.toISOString(),
            statusCode: readStatusCode(delivery.lastParams),
            failureCode: readFailureCode(delivery.lastCode, delivery.lastParams),
            message: createMessage(row, locale),
            totalMs: delivery.lastTotalMs ?? 0,
          }
        : null,
    createdAt: delivery.createdAt.toISOString(),
    completedAt: delivery.completedAt?.toISOString() ?? null,
  };
}

function createMessage({ delivery, facts, runNames }: DeliveryRow, locale: Locale): string {
  const said = { code: delivery.lastCode ?? "", params: delivery.lastParams };
  return attemptMessage(tellRun(said, runNames, { type: delivery.eventType, data: facts }, locale), locale);
}

function getStatus(row: DeliveryRow): DeliveryDto["status"] {
  return findHeldFor(row) === null ? row.delivery.status : "held";
}

/** What waits while its destination is not sent to is held, and so is what waits for something but its time. */
function findHeldFor({ delivery, queued, state, isInFlight }: DeliveryRow): DeliveryDto["heldFor"] {
  if (delivery.status !== "pending" || isInFlight) return null;
  return state === "paused" || state === "disabled" ? "paused" : (queued?.heldFor ?? null);
}

function findHeldUntil(row: DeliveryRow): string | null {
  const { delivery, queued, stoppedAt } = row;
  const heldFor = findHeldFor(row);
  if (heldFor === null || !queued) return null;
  return heldFor === "paused"
    ? heldUntil({ acceptedAt: delivery.eventAt, stoppedAt })
    : new Date(queued.dueAt).toISOString();
}

/** The failure that a code names; null = it names a success. */
export function readFailureCode(code: string, params: Record<string, unknown> | null) {
  if (code === "endpoint_accepted" || (isRunCode(code) && code !== "step_failed")) return null;
  return failureCodeSchema.parse(code === "step_failed" ? params?.kind : code);
}

function toDestination({
  kind,
  url,
  description,
  automationName,
}: DeliveryRow): Pick<DeliveryDto["destination"], "kind" | "label" | "description"> {
  if (kind === "automation") return { kind, label: automationName ?? "", description: automationName ?? "" };
  return { kind: "webhook", label: url ?? "", description: description ?? "" };
}

export function readStatusCode(params: Record<string, unknown> | null): number | null {
  return typeof params?.statusCode === "number" ? params.statusCode : null;
}
