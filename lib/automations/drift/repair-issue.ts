import { and, eq, isNull, ne, sql } from "drizzle-orm";
import { db, type Tx } from "#db/client.ts";
import { automationIssues, automations, automationVersions } from "#db/schema/automations.ts";
import { recordAudit } from "#lib/audit/record-audit.ts";
import { defineVerb } from "#lib/auth/verb.ts";
import { findProblems } from "#lib/automations/checking/definition-problems.ts";
import type { Definition, Step } from "#lib/automations/definition-schema.ts";
import { type AutomationRow, lockAutomation } from "#lib/automations/naming/find-automation.ts";
import { findLiveNames } from "#lib/automations/naming/find-names.ts";
import { publishVersion } from "#lib/automations/publish-version.ts";
import { conflict, notFound } from "#lib/errors.ts";
import { say } from "#lib/failures/say.ts";
import { type IssueRow, toAutomationIssueDto } from "./issue-dto.ts";
import { reliesOnSchema } from "./relies-on-schema.ts";
import { automationIssueDto, type Repair, repairIssueInput, repairSchema } from "./schema.ts";
import { keyOfUse } from "./uses.ts";

/**
 * Does what puts an issue right: the change is made to what is live, and published; what a person has changed in the
 * draft stays there. Where it alone is not enough, what is evident of the other open issues is done with it. Pressed
 * twice, it is done once.
 * @throws {AppError} 404 for another merchant's issue, 409 where a person has to choose, or more is wrong than this
 */
export const repairIssue = defineVerb({
  permission: "integrations:write",
  input: repairIssueInput,
  output: automationIssueDto,
  async run({ ctx, input: { id, issueId } }) {
    return db().transaction(async (tx) => {
      const current = await lockAutomation(tx, ctx.merchantId, id);
      const issue = await findIssue(tx, current, issueId);
      const names = await findLiveNames(tx, current, ctx.locale);
      if (issue.closedAt !== null) return toAutomationIssueDto(issue, names);
      const repair = repairSchema.safeParse(issue.repair).data;
      if (repair === undefined) throw conflict("no_repair", say("problem_no_repair"));
      const live = await findLive(tx, current);
      const done = await publishRepaired(tx, current, live, { issue, repair });
      const at = sql`clock_timestamp()`;
      for (const { issue: repaired } of done) {
        await tx.update(automationIssues).set({ closedAt: at }).where(eq(automationIssues.id, repaired.id));
      }
      // Whether it was enough is seen at once.
      await tx.update(automations).set({ checkDueAt: at }).where(eq(automations.id, id));
      const detail = { issue: issueId, code: issue.code };
      await recordAudit(tx, ctx, { action: "automation.repaired", targetId: id, detail });
      return toAutomationIssueDto(await findIssue(tx, current, issueId), names);
    });
  },
});

type Repairable = { issue: IssueRow; repair: Repair };

async function findIssue(tx: Tx, { id, merchantId }: AutomationRow, issueId: string): Promise<IssueRow> {
  const [issue] = await tx
    .select()
    .from(automationIssues)
    .where(
      and(
        eq(automationIssues.merchantId, merchantId),
        eq(automationIssues.automationId, id),
        eq(automationIssues.id, issueId),
      ),
    );
  if (!issue) throw notFound("issue");
  return issue;
}

async function findLive(tx: Tx, { id, merchantId, liveVersion }: AutomationRow): Promise<Definition> {
  const [live] = await tx
    .select({ definition: automationVersions.definition })
    .from(automationVersions)
    .where(
      and(
        eq(automationVersions.merchantId, merchantId),
        eq(automationVersions.automationId, id),
        eq(automationVersions.number, liveVersion ?? 0),
      ),
    );
  if (!live) throw conflict("never_published", say("problem_automation_never_published"));
  return live.definition;
}

/** @returns what was repaired: the one that was asked for, and those without which it could not be published */
async function publishRepaired(
  tx: Tx,
  current: AutomationRow,
  live: Definition,
  asked: Repairable,
): Promise<Repairable[]> {
  const alone = [asked];
  const all = [asked, ...(await findOthers(tx, current, asked.issue))];
  for (const repairs of all.length > 1 ? [alone, all] : [alone]) {
    const repaired = repairs.reduce(applyRepair, live);
    const problems = await findProblems(tx, current.merchantId, repaired);
    if (problems.some(({ weight }) => weight !== "warning")) continue;
    if (repairs.some(({ repair }) => repair.kind === "change")) {
      await publishVersion(tx, current, repaired);
      if (!current.isDraftLive) await keepDraft(tx, current, repairs);
    }
    await forgetNoted(tx, current.id, repairs);
    return repairs;
  }
  throw conflict("more_is_wrong", say("problem_more_is_wrong"));
}

function applyRepair(definition: Definition, { issue, repair }: Repairable): Definition {
  return withRepair(definition, issue.stepKey, repair);
}

async function findOthers(tx: Tx, { id, merchantId }: AutomationRow, asked: IssueRow): Promise<Repairable[]> {
  const rows = await tx
    .select()
    .from(automationIssues)
    .where(
      and(
        eq(automationIssues.merchantId, merchantId),
        eq(automationIssues.automationId, id),
        isNull(automationIssues.closedAt),
        ne(automationIssues.id, asked.id),
      ),
    );
  return rows.flatMap((issue) => {
    const repair = repairSchema.safeParse(issue.repair).data;
    return repair === undefined ? [] : [{ issue, repair }];
  });
}

/** What a person has changed and not yet published stays the draft, with the repair in it. */
async function keepDraft(
  tx: Tx,
  { id, draft, revision }: AutomationRow,
  repairs: Repairable[],
): Promise<void> {
  await tx
    .update(automations)
    .set({ draft: repairs.reduce(applyRepair, draft), isDraftLive: false, revision: revision + 1 })
    .where(eq(automations.id, id));
}

/** A definition with one of its steps repaired; as it is, where it has no such step or nothing is to be changed in it. */
function withRepair(definition: Definition, stepKey: string, repair: Repair): Definition {
  if (repair.kind !== "change") return definition;
  return {
    ...definition,
    steps: definition.steps.map((step) => (step.key === stepKey ? repaired(step, repair) : step)),
  };
}

function repaired(step: Step, { part, values }: Extract<Repair, { kind: "change" }>): Step {
  if (part === "step") return { ...step, mapping: { ...step.mapping, ...values } };
  const otherwise = step.mustReach?.otherwise;
  if (!step.mustReach || !otherwise) return step;
  const mapping = { ...otherwise.mapping, ...values };
  return { ...step, mustReach: { ...step.mustReach, otherwise: { ...otherwise, mapping } } };
}

/**
 * Forgets what was noted of the account for steps that were repaired: the next check notes it again, as it is by then.
 * The transaction has locked the automation.
 */
async function forgetNoted(
  tx: Tx,
  id: string,
  repairs: readonly { issue: { stepKey: string }; repair: Repair }[],
): Promise<void> {
  const [row] = await tx
    .select({ reliesOn: automations.reliesOn })
    .from(automations)
    .where(eq(automations.id, id));
  const noted = reliesOnSchema.safeParse(row?.reliesOn).data;
  if (noted === undefined) return;
  const keys = new Set(repairs.map(({ issue, repair }) => keyOfUse(issue.stepKey, repair.part)));
  const kept = Object.fromEntries(
    Object.entries(noted).map(([key, use]) => [
      key,
      keys.has(key) ? { ...use, resources: {}, places: {}, sources: [] } : use,
    ]),
  );
  await tx.update(automations).set({ reliesOn: kept }).where(eq(automations.id, id));
}
