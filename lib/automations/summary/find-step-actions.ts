import { and, eq, inArray } from "drizzle-orm";
import { db } from "#db/client.ts";
import { integrations } from "#db/schema/integrations.ts";
import type { Definition } from "#lib/automations/definition-schema.ts";
import { loadDeclarationOf, manifestOf } from "#lib/integrations/integration-row.ts";
import { labelOf } from "#lib/label-of.ts";
import type { StepAction } from "./summary-schema.ts";

type ActionOfStep = Pick<Definition["steps"][number], "key" | "integrationId" | "action" | "mode">;

/** What steps do, in words: one that no longer can is told by the action's id. */
export async function findStepActions(
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
      rows.map(async (row) => [row.id, { row, actions: (await loadDeclarationOf(row)).actions }] as const),
    ),
  );
  return definitions.map(({ steps }) =>
    steps.map(({ key, integrationId, action, mode }) => {
      const { row, actions = [] } = byId.get(integrationId) ?? {};
      const app = row && manifestOf(row);
      const known = actions.find(({ id }) => id === action);
      return {
        key,
        integrationId,
        app: app ? { id: app.id, name: app.name, icon: app.icon } : null,
        account: row?.accountLabel ?? null,
        isConnected: row !== undefined && row.status !== "disconnected",
        title: known?.title ?? labelOf(action),
        mode,
      };
    }),
  );
}
