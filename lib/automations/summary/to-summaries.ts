import { and, eq, inArray, or } from "drizzle-orm";
import { db } from "#db/client.ts";
import { automationVersions } from "#db/schema/automations.ts";
import { integrations } from "#db/schema/integrations.ts";
import { merchants } from "#db/schema/tenancy.ts";
import { toAutomationDto } from "#lib/automations/automation-dto.ts";
import type { Definition } from "#lib/automations/definition-schema.ts";
import type { AutomationRow } from "#lib/automations/naming/find-automation.ts";
import { getManifest, loadDeclarationFor } from "#lib/integrations/integration-row.ts";
import { toLabel } from "#lib/to-label.ts";
import { findActivity } from "./find-activity.ts";
import type { AutomationSummary, StepAction } from "./summary-schema.ts";

type ActionOfStep = Pick<Definition["steps"][number], "key" | "integrationId" | "action" | "mode">;

/** Rows with what they do in words, and how they have been doing. */
export async function toSummaries(
  merchantId: string,
  rows: readonly AutomationRow[],
): Promise<AutomationSummary[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const [merchant] = await db()
    .select({ timeZone: merchants.timeZone })
    .from(merchants)
    .where(eq(merchants.id, merchantId));
  const shown = await findShownDefinitions(merchantId, rows);
  const [steps, activity] = await Promise.all([
    findStepActions(merchantId, shown),
    findActivity({ merchantId, timeZone: merchant?.timeZone ?? "UTC" }, ids),
  ]);
  return rows.map((row, index) => ({
    ...toAutomationDto(row),
    eventType: shown[index]?.eventType ?? row.draft.eventType,
    steps: steps[index] ?? [],
    activity: activity.get(row.id) ?? {
      days: null,
      lastRun: null,
      reviews: 0,
      decisions: 0,
      issues: 0,
    },
  }));
}

/** What each does: by its live version, and before the first one by its draft. */
export async function findShownDefinitions(
  merchantId: string,
  rows: readonly Pick<AutomationRow, "id" | "liveVersion" | "isDraftLive" | "draft">[],
): Promise<Definition[]> {
  const changed = rows.filter(({ liveVersion, isDraftLive }) => liveVersion !== null && !isDraftLive);
  const versions =
    changed.length === 0
      ? []
      : await db()
          .select()
          .from(automationVersions)
          .where(
            and(
              eq(automationVersions.merchantId, merchantId),
              or(
                ...changed.map(({ id, liveVersion }) =>
                  and(
                    eq(automationVersions.automationId, id),
                    eq(automationVersions.number, liveVersion ?? 0),
                  ),
                ),
              ),
            ),
          );
  return rows.map(
    ({ id, liveVersion, draft }) =>
      versions.find(({ automationId, number }) => automationId === id && number === liveVersion)
        ?.definition ?? draft,
  );
}

/** What steps do, in words: one that no longer can is told by the action's id. */
async function findStepActions(
  merchantId: string,
  definitions: readonly { steps: readonly ActionOfStep[] }[],
): Promise<StepAction[][]> {
  const ids = [...new Set(definitions.flatMap(({ steps }) => steps.map((step) => step.integrationId)))];
  const rows =
    ids.length === 0
      ? []
      : await db()
          .select()
          .from(integrations)
          .where(and(eq(integrations.merchantId, merchantId), inArray(integrations.id, ids)));
  const byId = new Map(
    await Promise.all(
      rows.map(async (row) => [row.id, { row, actions: (await loadDeclarationFor(row)).actions }] as const),
    ),
  );
  return definitions.map(({ steps }) =>
    steps.map(({ key, integrationId, action, mode }) => {
      const { row, actions = [] } = byId.get(integrationId) ?? {};
      const app = row && getManifest(row);
      const known = actions.find(({ id }) => id === action);
      return {
        key,
        integrationId,
        app: app ? { id: app.id, name: app.name, icon: app.icon } : null,
        account: row?.accountLabel ?? null,
        isConnected: row !== undefined && row.status !== "disconnected",
        title: known?.title ?? toLabel(action),
        mode,
      };
    }),
  );
}
