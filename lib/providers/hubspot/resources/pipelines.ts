import { z } from "zod";
import type { Call } from "../../contract/call.ts";
import type { Resource } from "../../contract/resource.ts";
import { failure } from "../../kit/failures.ts";
import { id, list, optionalFlag, optionalNumber, text } from "../../kit/lenient.ts";
import { type Reading, readEach } from "../../kit/read-each.ts";
import { pageOfWhole } from "../../kit/whole-list.ts";
import { apiVersion } from "../auth.ts";
import { api } from "../client.ts";
import { tell } from "../words.ts";

const ordered = { id, label: text, displayOrder: optionalNumber, archived: optionalFlag };
const answer = z.looseObject({ results: list });
const stageSchema = z.looseObject(ordered);
const pipelineSchema = z.looseObject({ ...ordered, stages: list });
export type Pipeline = { id: string; label: string; stages: z.output<typeof stageSchema>[] };
const known = { id: "id", label: "label" };

/**
 * The pipelines of deals with their stages, both in the order in which HubSpot shows them; and those of either that
 * cannot be read.
 * https://developers.hubspot.com/docs/api-reference/latest/crm/pipelines/guide
 */
export async function listPipelines(call: Call): Promise<Reading<Pipeline>> {
  const path = `/crm/pipelines/${apiVersion}/deals`;
  const { results } = await api.ask(call, { method: "GET", path, what: "pipeline" }, answer);
  const { items, unread } = readEach(results, known, (record) => pipelineSchema.parse(record));
  const pipelines = shown(items).map((pipeline) => {
    const stages = readEach(pipeline.stages, known, (record) => stageSchema.parse(record));
    unread.push(...stages.unread);
    return { ...pipeline, stages: shown(stages.items) };
  });
  return { items: pipelines, unread };
}

/**
 * The place of a new deal: of a stage alone, its pipeline; of a pipeline alone, its first stage; of neither, the first
 * stage of the first pipeline.
 * @throws {ProviderError} invalid_input for what is not there, or does not belong together
 */
export function findDealPlace(
  pipelines: readonly Pipeline[],
  wanted: { pipeline?: string | undefined; stage?: string | undefined },
): { pipelineId: string; stageId: string } {
  const chosen = wanted.pipeline;
  const candidates = chosen === undefined ? pipelines : pipelines.filter((one) => one.id === chosen);
  if (candidates.length === 0) throw gone("pipeline", chosen);
  for (const { id: pipelineId, stages } of candidates) {
    const stage = wanted.stage === undefined ? stages[0] : stages.find((one) => one.id === wanted.stage);
    if (stage) return { pipelineId, stageId: stage.id };
  }
  throw gone("stage", wanted.stage);
}

function gone(what: "pipeline" | "stage", wanted: string | undefined) {
  return failure("invalid_input", tell("place_gone", { what }), `no deal ${what} ${wanted ?? "at all"}`);
}

function shown<Item extends { label: string; displayOrder?: number | undefined; archived: boolean }>(
  items: readonly Item[],
): Item[] {
  return items
    .filter(({ archived }) => !archived)
    .toSorted((a, b) => placeIn(a) - placeIn(b) || a.label.localeCompare(b.label));
}

/** What has no place of its own comes last. */
function placeIn({ displayOrder = Number.MAX_SAFE_INTEGER }: { displayOrder?: number | undefined }): number {
  return displayOrder;
}

export const pipelines = {
  title: "Pipelines",
  scopes: ["crm.objects.deals.read"],
  list: async (call, query) => {
    const { items: all, unread } = await listPipelines(call);
    const items = all.map(({ id, label, stages }) => ({
      id,
      label,
      details: { stages: stages.map((stage) => stage.label).join(", ") },
    }));
    return pageOfWhole({ items, unread }, query);
  },
} satisfies Resource;

/** The stages of all pipelines; each belongs to one, so that choosing a stage is enough. */
export const stages = {
  title: "Stages",
  scopes: ["crm.objects.deals.read"],
  list: async (call, query) => {
    const { items: all, unread } = await listPipelines(call);
    const items = all.flatMap((pipeline) =>
      pipeline.stages.map(({ id, label }) => ({
        id,
        label: all.length === 1 ? label : `${pipeline.label}: ${label}`,
        details: { pipeline: pipeline.label },
      })),
    );
    return pageOfWhole({ items, unread }, query);
  },
} satisfies Resource;
