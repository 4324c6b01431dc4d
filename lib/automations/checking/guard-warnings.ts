import { and, eq, isNull, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { automationVersions } from "#db/schema/automations.ts";
import { destinations } from "#db/schema/destinations.ts";
import type { Definition } from "#lib/automations/definition-schema.ts";
import { findEventType } from "#lib/events/catalogue/catalogue.ts";
import { say } from "#lib/failures/say.ts";
import { type ActionReference, type FoundAction, findActions } from "../naming/find-actions.ts";
import type { DefinitionProblem } from "./definition-problems.ts";

type LookUpAction = (reference: ActionReference) => FoundAction;

/** What may be published and had better not be: a second way that is the first one, and what could come back. */
export async function guardWarnings(
  tx: Tx,
  merchantId: string,
  definition: Definition,
  lookUpAction: LookUpAction,
): Promise<DefinitionProblem[]> {
  return [...sameWays(definition), ...(await possibleLoops(tx, merchantId, definition, lookUpAction))];
}

function sameWays({ steps }: Definition): DefinitionProblem[] {
  return steps.flatMap(({ integrationId, action, mustReach }, index): DefinitionProblem[] => {
    const second = mustReach?.otherwise;
    if (!second || integrationId === "" || action === "") return [];
    if (second.integrationId !== integrationId || second.action !== action) return [];
    const path = ["steps", index, "mustReach", "otherwise"];
    return [{ path, message: say("publish_same_way"), weight: "warning" }];
  });
}

/** Steps after which the platform may send the event again that starts the automation, or one that leads back to it. */
async function possibleLoops(
  tx: Tx,
  merchantId: string,
  { eventType, steps }: Definition,
  lookUpAction: LookUpAction,
): Promise<DefinitionProblem[]> {
  const causing = steps.flatMap(({ mode, ...step }, index) => {
    const { action, app } = lookUpAction(step);
    const caused = mode === "off" ? [] : (action?.mayCause ?? []);
    return caused.length === 0 ? [] : [{ index, app: app?.name ?? "", caused }];
  });
  if (causing.length === 0) return [];
  const leadsTo = await readLeads(tx, merchantId);
  const event = findEventType(eventType)?.title ?? eventType;
  return causing.flatMap(({ index, app, caused }): DefinitionProblem[] => {
    if (!caused.some((type) => isLedBack(type, eventType, leadsTo))) return [];
    const path = ["steps", index, "action"];
    return [{ path, message: say("loop_possible", { app, event }), weight: "warning" }];
  });
}

function isLedBack(from: string, to: string, leadsTo: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  const seen = new Set([from]);
  for (const type of seen) for (const next of leadsTo.get(type) ?? []) seen.add(next);
  return seen.has(to);
}

/** Which events the merchant's live automations may make of which. */
async function readLeads(tx: Tx, merchantId: string): Promise<Map<string, Set<string>>> {
  const live = await tx
    .select({ definition: automationVersions.definition })
    .from(automationVersions)
    .innerJoin(
      destinations,
      and(
        eq(destinations.id, automationVersions.automationId),
        eq(destinations.liveVersion, automationVersions.number),
      ),
    )
    .where(
      and(
        eq(automationVersions.merchantId, merchantId),
        isNull(destinations.deletedAt),
        sql`${destinations.kind} = 'automation'`,
      ),
    );
  const steps = live.flatMap(({ definition }) => definition.steps);
  const lookUpAction = await findActions(tx, merchantId, steps);
  const leadsTo = new Map<string, Set<string>>();
  for (const { definition } of live) {
    const leads = leadsTo.get(definition.eventType) ?? new Set<string>();
    for (const { mode, ...step } of definition.steps) {
      if (mode === "off") continue;
      for (const type of lookUpAction(step).action?.mayCause ?? []) leads.add(type);
    }
    leadsTo.set(definition.eventType, leads);
  }
  return leadsTo;
}
