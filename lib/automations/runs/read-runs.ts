import { and, between, eq, inArray, isNotNull, sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { mustReach } from "#db/schema/automations.ts";
import { deliveryStepPayloads, deliverySteps } from "#db/schema/deliveries.ts";
import { eventPayloads } from "#db/schema/events.ts";
import { integrations } from "#db/schema/integrations.ts";
import { apiKeys, merchants, users } from "#db/schema/tenancy.ts";
import type { Definition } from "#lib/automations/definition-schema.ts";
import type { ScopeEvent } from "#lib/automations/mapping/scope.ts";
import { readVersions } from "#lib/automations/naming/read-versions.ts";
import type { DeliveryRow } from "#lib/deliveries/delivery-row.ts";
import { findSpan } from "#lib/deliveries/row-key.ts";
import { loadProvidersFor } from "#lib/integrations/integration-row.ts";
import type { Provider } from "#lib/providers/contract/provider.ts";

export type StepRow = typeof deliverySteps.$inferSelect & {
  input: Record<string, unknown> | null;
  output: Record<string, unknown> | null;
  hasPayload: boolean;
};

type LateRow = typeof mustReach.$inferSelect;

/** All that is known of a run. */
export type RunRow = {
  row: DeliveryRow;
  definition: Definition | null;
  /** Null = its data is not kept any more. */
  event: ScopeEvent | null;
  steps: ReadonlyMap<number, StepRow>;
  /** Steps that did not reach someone in time. */
  late: readonly LateRow[];
  merchant: { timeZone: string; locale: string };
  /** The apps of the merchant's own connections, by the connection's id. */
  apps: ReadonlyMap<string, Provider>;
  /** Of those who decided on steps, by id. */
  names: ReadonlyMap<string, string>;
};

/** Runs with their versions, steps and events: so many statements, however many runs. */
export async function readRuns(tx: Tx, merchantId: string, rows: readonly DeliveryRow[]): Promise<RunRow[]> {
  const span = findSpan(rows.map(({ delivery: { id, eventAt } }) => ({ id, eventAt })));
  if (span === null) return [];
  const [merchant] = await tx
    .select({ timeZone: merchants.timeZone, locale: merchants.locale })
    .from(merchants)
    .where(eq(merchants.id, merchantId));
  if (!merchant) throw new Error(`There is no merchant ${merchantId}.`);
  const versions = await readVersions(
    tx,
    merchantId,
    rows.map(({ delivery }) => delivery),
  );
  const findDefinition = ({ delivery }: DeliveryRow) => versions.find(delivery);
  const steps = await readSteps(tx, merchantId, span);
  const late = await readLate(tx, merchantId, span);
  const events = await readEventData(tx, merchantId, rows, span);
  const used = rows.flatMap(
    (row) => findDefinition(row)?.steps.map(({ integrationId }) => integrationId) ?? [],
  );
  const connections = await tx
    .select({ id: integrations.id, provider: integrations.provider })
    .from(integrations)
    .where(and(eq(integrations.merchantId, merchantId), inArray(integrations.id, [...new Set(used)])));
  const findProvider = await loadProvidersFor(connections);
  const apps = new Map(connections.map((connection) => [connection.id, findProvider(connection)]));
  const names = await readNames(tx, merchantId, [...steps.values()].flat());
  return rows.map((row) => ({
    row,
    definition: findDefinition(row),
    event: events.get(eventKey(row)) ?? null,
    steps: new Map(steps.get(row.delivery.id)?.map((step) => [step.position, step]) ?? []),
    late: late.filter(({ deliveryId }) => deliveryId === row.delivery.id),
    merchant,
    apps,
    names,
  }));
}

type Span = NonNullable<ReturnType<typeof findSpan>>;

async function readSteps(tx: Tx, merchantId: string, { ids, lowestId, highestId }: Span) {
  const rows = await tx
    .select({
      step: deliverySteps,
      input: deliveryStepPayloads.input,
      output: deliveryStepPayloads.output,
      hasPayload: sql<boolean>`${deliveryStepPayloads.deliveryId} IS NOT NULL`,
    })
    .from(deliverySteps)
    .leftJoin(
      deliveryStepPayloads,
      and(
        eq(deliveryStepPayloads.deliveryId, deliverySteps.deliveryId),
        eq(deliveryStepPayloads.position, deliverySteps.position),
        eq(deliveryStepPayloads.merchantId, merchantId),
        between(deliveryStepPayloads.deliveryId, lowestId, highestId),
      ),
    )
    .where(
      and(
        eq(deliverySteps.merchantId, merchantId),
        inArray(deliverySteps.deliveryId, ids),
        between(deliverySteps.deliveryId, lowestId, highestId),
      ),
    );
  const flat = rows.map(({ step, ...payload }): StepRow => ({ ...step, ...payload }));
  return Map.groupBy(flat, ({ deliveryId }) => deliveryId);
}

function readLate(tx: Tx, merchantId: string, { ids }: Span): Promise<LateRow[]> {
  return tx
    .select()
    .from(mustReach)
    .where(
      and(
        eq(mustReach.merchantId, merchantId),
        inArray(mustReach.deliveryId, ids),
        isNotNull(mustReach.raisedAt),
      ),
    );
}

const dataSchema = z.record(z.string(), z.unknown());

async function readEventData(
  tx: Tx,
  merchantId: string,
  rows: readonly DeliveryRow[],
  { oldestEvent, newestEvent }: Span,
): Promise<Map<string, ScopeEvent>> {
  const types = new Map(rows.map((row) => [eventKey(row), row.delivery.eventType]));
  const ids = [...new Set(rows.map(({ delivery }) => delivery.eventId))];
  const found = await tx
    .select()
    .from(eventPayloads)
    .where(
      and(
        eq(eventPayloads.merchantId, merchantId),
        inArray(eventPayloads.eventId, ids),
        between(eventPayloads.acceptedAt, oldestEvent, newestEvent),
      ),
    );
  return new Map(
    found.map(({ eventId: id, occurredAt, data }) => [
      id,
      { id, type: types.get(id) ?? "", occurredAt: occurredAt.toISOString(), data: dataSchema.parse(data) },
    ]),
  );
}

/** An event's id is one of the merchant's. */
function eventKey({ delivery }: DeliveryRow): string {
  return delivery.eventId;
}

/** What those are called who decided on a step: people by their name, keys by theirs. */
async function readNames(tx: Tx, merchantId: string, steps: readonly StepRow[]) {
  const ids = [...new Set(steps.flatMap(({ decision }) => decision?.by ?? []))];
  if (ids.length === 0) return new Map<string, string>();
  const people = await tx
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(inArray(users.id, ids));
  const keys = await tx
    .select({ id: apiKeys.id, name: apiKeys.name })
    .from(apiKeys)
    .where(and(eq(apiKeys.merchantId, merchantId), inArray(apiKeys.id, ids)));
  return new Map([...people, ...keys].map(({ id, name }) => [id, name]));
}
