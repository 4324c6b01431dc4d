import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { automations, automationVersions } from "#db/schema/automations.ts";
import { destinations } from "#db/schema/destinations.ts";

/** An automation that has a connection do something. @param isInLive false: only its draft does */
type UsingAutomation = {
  id: string;
  name: string;
  status: "draft" | (typeof destinations.$inferSelect)["state"];
  isInLive: boolean;
};

/** The automations of which a step, or the second way of one, goes through a connection: live or in the draft. */
export async function automationsUsing(
  merchantId: string,
  integrationId: string,
): Promise<UsingAutomation[]> {
  const uses = (definition: typeof automations.draft | typeof automationVersions.definition) =>
    sql<boolean>`coalesce(jsonb_path_exists(${definition}::jsonb,
      '$.steps[*] ? (@.integrationId == $id || @.mustReach.otherwise.integrationId == $id)',
      jsonb_build_object('id', ${integrationId}::text)), false)`;
  const isInLive = uses(automationVersions.definition);
  const rows = await db()
    .select({
      id: automations.id,
      name: automations.name,
      liveVersion: destinations.liveVersion,
      state: destinations.state,
      isInLive,
    })
    .from(automations)
    .innerJoin(destinations, eq(destinations.id, automations.id))
    .leftJoin(
      automationVersions,
      and(
        eq(automationVersions.merchantId, merchantId),
        eq(automationVersions.automationId, automations.id),
        eq(automationVersions.number, destinations.liveVersion),
      ),
    )
    .where(
      and(
        eq(automations.merchantId, merchantId),
        isNull(destinations.deletedAt),
        sql`(${isInLive} OR ${uses(automations.draft)})`,
      ),
    )
    .orderBy(desc(automations.id));
  return rows.map(({ liveVersion, state, ...row }) => ({
    ...row,
    status: liveVersion === null ? "draft" : state,
  }));
}

/** Those of them that do nothing any more once the connection is gone. */
export function whatStops(using: readonly UsingAutomation[]): { id: string; name: string }[] {
  return using
    .filter(({ isInLive, status }) => isInLive && status === "active")
    .map(({ id, name }) => ({ id, name }));
}
