import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { integrations } from "#db/schema/integrations.ts";
import { loadProvidersFor } from "#lib/integrations/integration-row.ts";
import { lookUp } from "#lib/look-up.ts";
import type { Action } from "#lib/providers/contract/action.ts";
import type { Provider } from "#lib/providers/contract/provider.ts";

/** An action as it is declared, without what calls the app: whoever has it can make its input, and do nothing. */
export type DeclaredAction = Omit<Action, "run" | "lookUpAmount">;

/** What a step names: the connection and the action. */
export type ActionReference = { integrationId: string; action: string };

/** What is there of what a step names; null = nothing, or nothing of this merchant's. */
export type FoundAction = {
  connection: { id: string; label: string; isConnected: boolean; scopes: readonly string[] } | null;
  app: Pick<Provider, "id" | "name" | "resources"> | null;
  action: DeclaredAction | null;
};

const nothing: FoundAction = { connection: null, app: null, action: null };

/** Finds the connections and actions that steps of a merchant's automation name. @returns who looks one of them up */
export async function findActions(
  tx: Tx,
  merchantId: string,
  references: readonly ActionReference[],
): Promise<(reference: ActionReference) => FoundAction> {
  const ids = [...new Set(references.map(({ integrationId }) => integrationId))].filter((id) => id !== "");
  const rows =
    ids.length === 0
      ? []
      : await tx
          .select()
          .from(integrations)
          .where(and(eq(integrations.merchantId, merchantId), inArray(integrations.id, ids)));
  const byId = new Map(rows.map((row) => [row.id, row]));
  const findProvider = await loadProvidersFor(rows);
  return ({ integrationId, action: name }) => {
    const row = byId.get(integrationId);
    if (!row) return nothing;
    const { id, resources, actions, name: appName } = findProvider(row);
    const found = lookUp(actions, name);
    return {
      connection: {
        id: row.id,
        label: row.accountLabel,
        isConnected: row.status !== "disconnected",
        scopes: row.scopes,
      },
      app: { id, name: appName, resources },
      action: found ? withoutCalls(found) : null,
    };
  };
}

function withoutCalls({ run: _run, lookUpAmount: _lookUp, ...declared }: Action): DeclaredAction {
  return declared;
}
