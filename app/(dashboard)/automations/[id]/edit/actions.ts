"use server";

import type { DraftProblem } from "#components/automations/builder/problems.ts";
import type { SamplePage } from "#components/automations/builder/sample/samples.ts";
import type { FieldSuggestion } from "#components/automations/builder/suggestions/suggestions.ts";
import { checkDraft } from "#lib/automations/check-draft.ts";
import type { Definition } from "#lib/automations/definition-schema.ts";
import { getAutomation } from "#lib/automations/get-automation.ts";
import { valueSchema } from "#lib/automations/mapping/mapping-schema.ts";
import { publishAutomation } from "#lib/automations/publish-automation.ts";
import type { AutomationDto } from "#lib/automations/schema.ts";
import { suggestStep } from "#lib/automations/suggest-step.ts";
import { updateAutomation } from "#lib/automations/update-automation.ts";
import { eventSummary } from "#lib/events/catalogue/event-summary.ts";
import { listEvents } from "#lib/events/list-events.ts";
import { type ActionResult, redirectPosted, runAction } from "#lib/transport/action.ts";

export async function saveDraft(input: unknown): Promise<ActionResult<AutomationDto>> {
  return runAction((ctx) => updateAutomation({ ctx, input }));
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
  const input = { id, revision: Number(form.get("revision")) };
  const result = await runAction(async (ctx) => ({
    version: (await publishAutomation({ ctx, input })).liveVersion,
  }));
  if (result.ok) await redirectPosted(`/automations/${id}`);
  return result;
}

/** The merchant's own events of a type with their data, the newest first. */
export async function listSamples(type: string, cursor?: string): Promise<ActionResult<SamplePage>> {
  return runAction(async (ctx) => {
    const page = await listEvents({ ctx, input: { type, cursor, limit: 20 } });
    return {
      nextCursor: page.nextCursor,
      samples: page.data
        .filter(({ isDataKept }) => isDataKept)
        .map((event) => ({
          id: event.id,
          type: event.type,
          occurredAt: event.occurredAt,
          data: event.data,
          summary: eventSummary(event),
        })),
    };
  });
}

/** What is wrong with a draft as it stands on the screen. */
export async function checkDefinition(input: {
  id: string;
  definition: Definition;
}): Promise<ActionResult<DraftProblem[]>> {
  return runAction(async (ctx) => (await checkDraft({ ctx, input })).problems);
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
