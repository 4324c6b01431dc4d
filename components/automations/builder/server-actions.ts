"use server";

import type { DraftProblem } from "#components/automations/builder/problems.ts";
import type { FieldSuggestion } from "#components/automations/builder/suggestions/suggestions.ts";
import { checkDraft } from "#lib/automations/check-draft.ts";
import type { Definition } from "#lib/automations/definition-schema.ts";
import { dryRunAutomation } from "#lib/automations/dry-run-automation.ts";
import { getAutomation } from "#lib/automations/get-automation.ts";
import { getDifference } from "#lib/automations/get-difference.ts";
import { valueSchema } from "#lib/automations/mapping/mapping-schema.ts";
import { previewAutomation } from "#lib/automations/preview-automation.ts";
import { publishAutomation } from "#lib/automations/publish-automation.ts";
import type { AutomationDto } from "#lib/automations/schema.ts";
import { suggestStep } from "#lib/automations/suggest-step.ts";
import {
  type DifferenceDto,
  type DryRunDto,
  mostEvents,
  type PreviewDto,
} from "#lib/automations/trying/try-schema.ts";
import { updateAutomation } from "#lib/automations/update-automation.ts";
import type { FieldError } from "#lib/errors.ts";
import { type ActionResult, redirectPosted, runAction } from "#lib/transport/action.ts";
import { runFields, runVerb } from "#lib/transport/run-verb.ts";

export async function saveDraft(input: unknown): Promise<ActionResult<AutomationDto>> {
  return runAction((ctx) => runVerb(updateAutomation, { ctx, input }));
}

export async function loadAutomation(id: string): Promise<ActionResult<AutomationDto>> {
  return runAction((ctx) => getAutomation({ ctx, input: { id } }));
}

/** Makes the draft live; a browser without scripts is led to the automation. */
export async function publishDraft(
  _: unknown,
  form: FormData,
): Promise<ActionResult<{ version: number | null }>> {
  const id = form.get("id");
  const result = await runAction(async (ctx) => ({
    version: (
      await runFields(publishAutomation, { ctx, input: { id, revision: Number(form.get("revision")) } })
    ).liveVersion,
  }));
  if (result.ok) await redirectPosted(`/automations/${id}`);
  return result;
}

/** What is wrong with a draft as it stands on the screen, and what it makes of one event. */
export async function lookAtDraft(input: {
  id: string;
  definition: Definition;
  /** Left out: the newest of the type. */
  eventId: string | undefined;
}): Promise<{ problems: DraftProblem[]; preview: PreviewDto | null }> {
  const { id, definition } = input;
  const [checked, previewed] = await Promise.all([
    runAction((ctx) => checkDraft({ ctx, input: { id, definition } })),
    runAction((ctx) => previewAutomation({ ctx, input })),
  ]);
  return {
    problems: checked.ok ? checked.data.problems : checked.fieldErrors.map(toProblem),
    preview: previewed.ok ? previewed.data : null,
  };
}

/** What is no definition at all yet: something is still being typed. */
function toProblem({ path, message }: FieldError): DraftProblem {
  return { path: path.replace(/^definition\./, ""), message, weight: "refused" };
}

/** What most likely belongs into the fields of a step, each with its reason. */
export async function suggestForStep(input: {
  id: string;
  definition: Definition;
  step: string;
}): Promise<ActionResult<FieldSuggestion[]>> {
  return runAction(async (ctx) => {
    const { suggestions } = await suggestStep({ ctx, input });
    return suggestions.flatMap(({ path: [name], value, reason }): FieldSuggestion[] => {
      const read = valueSchema.safeParse(value);
      return typeof name === "string" && read.success ? [{ name, value: read.data, reason }] : [];
    });
  });
}

/** What publishing would change. */
export async function compareWithLive(id: string): Promise<ActionResult<DifferenceDto>> {
  return runAction((ctx) => getDifference({ ctx, input: { id } }));
}

/** What the stored draft would have made of the newest events. */
export async function dryRunDraft(id: string): Promise<ActionResult<DryRunDto>> {
  return runAction((ctx) => dryRunAutomation({ ctx, input: { id, events: mostEvents } }));
}
