"use server";

import { deleteAutomation } from "#lib/automations/delete-automation.ts";
import { repairIssue } from "#lib/automations/drift/repair-issue.ts";
import { confirmAttention } from "#lib/automations/must-reach/confirm-attention.ts";
import { pauseAutomation } from "#lib/automations/pause-automation.ts";
import { replayRun } from "#lib/automations/replay-run.ts";
import { replayRuns } from "#lib/automations/replay-runs.ts";
import { restoreVersion } from "#lib/automations/restore-version.ts";
import { resumeAutomation } from "#lib/automations/resume-automation.ts";
import { approveStep, decideStep, rejectStep } from "#lib/automations/runs/decide-step.ts";
import { updateAutomation } from "#lib/automations/update-automation.ts";
import { type ActionResult, redirectPosted, runAction } from "#lib/transport/action.ts";
import { runFields } from "#lib/transport/run-verb.ts";

type Done = ActionResult<{ id: string }>;

export async function pauseAutomationNow(_: unknown, form: FormData): Promise<Done> {
  return runAction(async (ctx) => ({
    id: (await runFields(pauseAutomation, { ctx, input: { id: form.get("id") } })).id,
  }));
}

export async function resumeAutomationNow(_: unknown, form: FormData): Promise<Done> {
  return runAction(async (ctx) => ({
    id: (await runFields(resumeAutomation, { ctx, input: { id: form.get("id") } })).id,
  }));
}

export async function removeAutomation(
  _: unknown,
  form: FormData,
): Promise<ActionResult<{ cancelled: number }>> {
  const result = await runAction((ctx) =>
    runFields(deleteAutomation, { ctx, input: { id: form.get("id") } }),
  );
  if (result.ok) await redirectPosted("/automations");
  return result;
}

export async function renameAutomation(_: unknown, form: FormData): Promise<ActionResult<{ name: string }>> {
  return runAction(async (ctx) => ({
    name: (
      await runFields(updateAutomation, {
        ctx,
        input: { id: form.get("id"), name: form.get("name"), revision: Number(form.get("revision")) },
      })
    ).name,
  }));
}

/** Publishes an earlier version again. */
export async function restoreVersionNow(
  _: unknown,
  form: FormData,
): Promise<ActionResult<{ version: number | null }>> {
  return runAction(async (ctx) => ({
    version: (
      await runFields(restoreVersion, {
        ctx,
        input: { id: form.get("id"), number: form.get("number"), revision: Number(form.get("revision")) },
      })
    ).liveVersion,
  }));
}

/** Does what puts an issue of an automation right. */
export async function repairIssueNow(_: unknown, form: FormData): Promise<Done> {
  return runAction(async (ctx) => ({
    id: (await runFields(repairIssue, { ctx, input: { id: form.get("id"), issueId: form.get("issueId") } }))
      .id,
  }));
}

/** Somebody has seen to an order that did not reach whom it had to reach. */
export async function confirmAttentionNow(_: unknown, form: FormData): Promise<Done> {
  return runAction(async (ctx) => ({
    id: (await runFields(confirmAttention, { ctx, input: { id: form.get("id") } })).id,
  }));
}

/** Says yes to a step that was prepared. */
export async function approveStepNow(_: unknown, form: FormData): Promise<Done> {
  return runAction(async (ctx) => ({
    id: (await runFields(approveStep, { ctx, input: { id: form.get("id"), step: form.get("step") } })).id,
  }));
}

/** Says no to a step that was prepared: the run goes on without it. */
export async function rejectStepNow(_: unknown, form: FormData): Promise<Done> {
  return runAction(async (ctx) => ({
    id: (await runFields(rejectStep, { ctx, input: { id: form.get("id"), step: form.get("step") } })).id,
  }));
}

/** Says what became of a step of which nobody else knows. */
export async function decideStepNow(_: unknown, form: FormData): Promise<Done> {
  return runAction(async (ctx) => ({
    id: (
      await runFields(decideStep, {
        ctx,
        input: { id: form.get("id"), step: form.get("step"), outcome: form.get("outcome") },
      })
    ).id,
  }));
}

/** Does a run again as its plan said, and leads to the new run. */
export async function replayRunNow(_: unknown, form: FormData): Promise<ActionResult<{ href: string }>> {
  const result = await runAction(async (ctx) => {
    const input = { id: form.get("id"), mode: form.get("mode") };
    const { runId } = await runFields(replayRun, { ctx, input });
    return { href: `/deliveries/${runId ?? ""}` };
  });
  if (result.ok) await redirectPosted(result.data.href);
  return result;
}

/** Carries out the plan for many failed runs, and leads to the runs. */
export async function replayRunsNow(_: unknown, form: FormData): Promise<ActionResult<{ href: string }>> {
  const result = await runAction(async (ctx) => {
    await runFields(replayRuns, {
      ctx,
      input: { id: form.get("id"), mode: form.get("mode"), planId: form.get("planId") },
    });
    return { href: `/automations/${encodeURIComponent(String(form.get("id")))}/runs` };
  });
  if (result.ok) await redirectPosted(result.data.href);
  return result;
}
