import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { automationVersions, type mustReach } from "#db/schema/automations.ts";
import { integrations } from "#db/schema/integrations.ts";
import { readDeliveries } from "#lib/deliveries/delivery-row.ts";
import { eventSummary } from "#lib/events/catalogue/event-summary.ts";
import { say } from "#lib/failures/say.ts";
import { loadDeclarationFor } from "#lib/integrations/integration-row.ts";
import { toLabel } from "#lib/to-label.ts";
import type { Locale } from "#lib/words/locale.ts";
import { render, renderStored } from "#lib/words/render.ts";
import type { AttentionDto } from "./schema.ts";

type Row = typeof mustReach.$inferSelect;

/** The cards of rows that were raised, in their order. */
export async function toAttentionDtos(
  tx: Tx,
  merchantId: string,
  rows: readonly Row[],
  locale: Locale,
): Promise<AttentionDto[]> {
  const runs = await readDeliveries(
    tx,
    merchantId,
    rows.map(({ deliveryId: id, eventAt }) => ({ id, eventAt })),
  );
  const runById = new Map(runs.map((run) => [run.delivery.id, run]));
  const automationIds = [...new Set(rows.map(({ destinationId }) => destinationId))];
  const versions =
    automationIds.length === 0
      ? []
      : await tx
          .select()
          .from(automationVersions)
          .where(
            and(
              eq(automationVersions.merchantId, merchantId),
              inArray(automationVersions.automationId, automationIds),
              inArray(automationVersions.number, [...new Set(runs.map((run) => run.delivery.version ?? 0))]),
            ),
          );
  const findStep = (row: Row) =>
    versions.find(
      ({ automationId, number }) =>
        automationId === row.destinationId && number === runById.get(row.deliveryId)?.delivery.version,
    )?.definition.steps[row.position];
  const integrationIds = [...new Set(rows.flatMap((row) => findStep(row)?.integrationId ?? []))];
  const connections =
    integrationIds.length === 0
      ? []
      : await tx
          .select({ id: integrations.id, provider: integrations.provider })
          .from(integrations)
          .where(and(eq(integrations.merchantId, merchantId), inArray(integrations.id, integrationIds)));
  const appById = new Map(
    await Promise.all(
      connections.map(async ({ id, provider }) => {
        const { actions } = await loadDeclarationFor({ provider });
        return [id, { provider, actions }] as const;
      }),
    ),
  );
  return rows.map((row): AttentionDto => {
    const run = runById.get(row.deliveryId);
    const step = findStep(row);
    const app = appById.get(step?.integrationId ?? "");
    const action = app?.actions.find(({ id }) => id === step?.action);
    const title = action?.title ?? toLabel(step?.action ?? "");
    const withinSeconds = step?.mustReach?.withinSeconds ?? 0;
    const said = { step: title, seconds: withinSeconds };
    return {
      id: `${row.deliveryId}-${row.position}`,
      status: row.status === "confirmed" ? "confirmed" : "open",
      runId: row.deliveryId,
      automationId: row.destinationId,
      automationName: run?.automationName ?? "",
      eventId: row.eventId,
      eventType: run?.delivery.eventType ?? "",
      summary: run ? eventSummary({ type: run.delivery.eventType, data: run.facts }) || null : null,
      step: { key: step?.key ?? "", title, provider: app?.provider ?? null },
      withinSeconds,
      message: render(say(row.reachedAt ? "attention_late" : "attention_open", said), locale),
      secondWay: describeSecondWay(row, locale),
      raisedAt: (row.raisedAt ?? new Date(row.eventAt)).toISOString(),
      reachedAt: row.reachedAt?.toISOString() ?? null,
      confirmedAt: row.confirmedAt?.toISOString() ?? null,
      confirmedBy: row.confirmedBy,
    };
  });
}

/** What came of the second way; null = it is being tried. */
export function describeSecondWay(
  { code, params, dueAt }: Pick<Row, "code" | "params" | "dueAt">,
  locale: Locale,
): string | null {
  if (code !== null) return renderStored({ code, params: params ?? {} }, locale);
  return dueAt === null ? render(say("second_way_unneeded"), locale) : null;
}
