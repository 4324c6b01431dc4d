import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { automationVersions } from "#db/schema/automations.ts";
import type { Definition } from "#lib/automations/definition-schema.ts";

export type RunKey = { destinationId: string; version: number | null };

/** The versions that runs go by, in one statement. @returns the definition of one of them, and all that were found */
export async function readVersions(
  tx: Tx,
  merchantId: string,
  runs: readonly RunKey[],
): Promise<{ definitions: readonly Definition[]; find: (run: RunKey) => Definition | null }> {
  const versions = [...new Set(runs.flatMap(({ version }) => version ?? []))];
  if (versions.length === 0) return { definitions: [], find: () => null };
  const rows = await tx
    .select({
      automationId: automationVersions.automationId,
      number: automationVersions.number,
      definition: automationVersions.definition,
    })
    .from(automationVersions)
    .where(
      and(
        eq(automationVersions.merchantId, merchantId),
        inArray(automationVersions.automationId, [...new Set(runs.map((run) => run.destinationId))]),
        inArray(automationVersions.number, versions),
      ),
    );
  const byKey = new Map(
    rows.map(({ automationId, number, definition }) => [`${automationId}/${number}`, definition]),
  );
  return {
    definitions: rows.map(({ definition }) => definition),
    find: ({ destinationId, version }) => byKey.get(`${destinationId}/${version}`) ?? null,
  };
}
