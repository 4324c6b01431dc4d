import { and, eq, inArray } from "drizzle-orm";
import { db } from "#db/client.ts";
import { integrations } from "#db/schema/integrations.ts";
import type { Definition } from "#lib/automations/definition-schema.ts";
import { loadProvidersOf } from "#lib/integrations/integration-row.ts";
import { labelOf } from "#lib/label-of.ts";
import { lookUp } from "#lib/look-up.ts";
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
  const byId = new Map(rows.map((row) => [row.id, row]));
  const providerOf = await loadProvidersOf(rows);
  return definitions.map(({ steps }) =>
    steps.map(({ key, integrationId, action, mode }) => {
      const row = byId.get(integrationId);
      const provider = row && providerOf(row);
      const known = provider && lookUp(provider.actions, action);
      return {
        key,
        integrationId,
        app: provider ? { id: provider.id, name: provider.name, icon: provider.icon } : null,
        account: row?.accountLabel ?? null,
        isConnected: row !== undefined && row.status !== "disconnected",
        title: known?.title ?? labelOf(action),
        mode,
      };
    }),
  );
}
