import { sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { listRuns } from "#lib/automations/runs/list-runs.ts";
import { checkIntegration } from "#lib/integrations/check-integration.ts";
import { switchFaultOn } from "#lib/sandbox/core/switch-fault-on.ts";
import { openKitchen } from "./kitchen.ts";

/** A kitchen whose Slack lets nobody in: the token is refused, and so is the one after its refresh. */
export async function openClosedKitchen() {
  const kitchen = await openKitchen(({ message }) => ({ steps: [message] }));
  const { ctx, automation, slack: integrationId } = kitchen;
  const refuse = () =>
    switchFaultOn({ merchantId: ctx.merchantId, provider: "slack", kind: "unauthorised", times: 2 });
  await refuse();
  return {
    ...kitchen,
    refuse,
    integrationId,
    check: () => checkIntegration({ ctx, input: { id: integrationId } }),
    runs: async (status?: "pending" | "held" | "delivered" | "failed") =>
      (await listRuns({ ctx, input: { id: automation.id, limit: 100, ...(status && { status }) } })).data,
    failingSince: async () => {
      const rows = await db().execute(
        sql`SELECT failing_since FROM destinations WHERE id = ${automation.id}`,
      );
      return rows[0]?.failing_since;
    },
  };
}
