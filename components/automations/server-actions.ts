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

type Done = ActionResult<{ id: string }>;

export async function pauseAutomationNow(_: unknown, form: FormData): Promise<Done> {
  return runAction(async (ctx) => ({
    id: (await pauseAutomation({ ctx, input: { id: form.get("id") } })).id,
  }));
}

export async function resumeAutomationNow(_: unknown, form: FormData): Promise<Done> {
  return runAction(async (ctx) => ({
    id: (await resumeAutomation({ ctx, input: { id: form.get("id") } })).id,
  }));
}

export async function removeAutomation(
  _: unknown,
  form: FormData,
): Promise<ActionResult<{ cancelled: number }>> {
  const result = await runAction((ctx) => deleteAutomation({ ctx, input: { id: form.get("id") } }));
  if (result.ok) await redirectPosted("/automations");
  return result;
}

export async function renameAutomation(_: unknown, form: FormData): Promise<ActionResult<{ name: string }>> {
  const input = { id: form.get("id"), name: form.get("name"), revision: Number(form.get("revision")) };
  return runAction(async (ctx) => ({ name: (await updateAutomation({ ctx, input })).name }));
}

/** Publishes an earlier version anew. */
export async function restoreVersionNow(
  _: unknown,
  form: FormData,
): Promise<ActionResult<{ version: number | null }>> {
  const input = { id: form.get("id"), number: form.get("number"), revision: Number(form.get("revision")) };
  return runAction(async (ctx) => ({ version: (await restoreVersion({ ctx, input })).liveVersion }));
}

/** Does what puts an issue of an automation right. */
export async function repairIssueNow(_: unknown, form: FormData): Promise<Done> {
  const input = { id: form.get("id"), issueId: form.get("issueId") };
  return runAction(async (ctx) => ({ id: (await repairIssue({ ctx, input })).id }));
}

/** Somebody has seen to an order that did not reach whom it had to reach. */
export async function confirmAttentionNow(_: unknown, form: FormData): Promise<Done> {
  return runAction(async (ctx) => ({
    id: (await confirmAttention({ ctx, input: { id: form.get("id") } })).id,
  }));
}

/** Says yes to a step that was prepared. */
export async function approveStepNow(_: unknown, form: FormData): Promise<Done> {
  const input = { id: form.get("id"), step: form.get("step") };
  return runAction(async (ctx) => ({ id: (await approveStep({ ctx, input })).id }));
}

/** Says no to a step that was prepared: the run goes on without it. */
export async function rejectStepNow(_: unknown, form: FormData): Promise<Done> {
  const input = { id: form.get("id"), step: form.get("step") };
  return runAction(async (ctx) => ({ id: (await rejectStep({ ctx, input })).id }));
}

/** Says what became of a step of which nobody else knows. */
export async function decideStepNow(_: unknown, form: FormData): Promise<Done> {
  const input = { id: form.get("id"), step: form.get("step"), outcome: form.get("outcome") };
  return runAction(async (ctx) => ({ id: (await decideStep({ ctx, input })).id }));
}

/** Does a run again as its plan said, and leads to the new run. */
export async function replayRunNow(_: unknown, form: FormData): Promise<ActionResult<{ href: string }>> {
  const input = { id: form.get("id"), mode: form.get("mode") };
  const result = await runAction(async (ctx) => ({
    href: `/deliveries/${(await replayRun({ ctx, input })).runId ?? ""}`,
  }));
  if (result.ok) await redirectPosted(result.data.href);
  return result;
}

/** Carries out the plan for many failed runs, and leads to the runs. */
export async function replayRunsNow(_: unknown, form: FormData): Promise<ActionResult<{ href: string }>> {
  const input = { id: form.get("id"), mode: form.get("mode"), planId: form.get("planId") };
  const result = await runAction(async (ctx) => {
    await replayRuns({ ctx, input });
    return { href: `/automations/${encodeURIComponent(String(input.id))}/runs` };
  });
  if (result.ok) await redirectPosted(result.data.href);
  return result;
}
