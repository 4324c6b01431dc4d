import { z } from "zod";
import type { Call } from "../call.ts";
import { apiVersion } from "./api.ts";
import { askHubSpot } from "./client.ts";
import { failure } from "./failures.ts";

const ordered = { id: z.string().min(1), label: z.string(), displayOrder: z.number(), archived: z.boolean() };
const answer = z.looseObject({
  results: z.array(z.looseObject({ ...ordered, stages: z.array(z.looseObject(ordered)) })),
});
export type Pipeline = z.infer<typeof answer>["results"][number];

/**
 * The pipelines of deals with their stages, both in the order in which HubSpot shows them.
 * https://developers.hubspot.com/docs/api-reference/latest/crm/pipelines/guide
 */
export async function listPipelines(call: Call): Promise<Pipeline[]> {
  const path = `/crm/pipelines/${apiVersion}/deals`;
  const { results } = await askHubSpot(call, { method: "GET", path, what: "pipeline" }, answer);
  return shown(results).map((pipeline) => ({ ...pipeline, stages: shown(pipeline.stages) }));
}

/**
 * The place of a new deal: of a stage alone, its pipeline; of a pipeline alone, its first stage; of neither, the first
 * stage of the first pipeline.
 * @throws {ProviderError} invalid_input for what is not there, or does not belong together
 */
export function placeOf(
  pipelines: readonly Pipeline[],
  wanted: { pipeline?: string | undefined; stage?: string | undefined },
): { pipelineId: string; stageId: string } {
  const chosen = wanted.pipeline;
  const candidates = chosen === undefined ? pipelines : pipelines.filter(({ id }) => id === chosen);
  if (candidates.length === 0) throw gone("pipeline", chosen);
  for (const { id, stages } of candidates) {
    const stage = wanted.stage === undefined ? stages[0] : stages.find((one) => one.id === wanted.stage);
    if (stage) return { pipelineId: id, stageId: stage.id };
  }
  throw gone("stage", wanted.stage);
}

function gone(what: "pipeline" | "stage", id: string | undefined) {
  const where = what === "stage" ? " of the pipeline" : "";
  return failure(
    "invalid_input",
    `This ${what}${where} is not in HubSpot any more. Choose another one.`,
    `no deal ${what} ${id ?? "at all"}`,
  );
}

function shown<Item extends { label: string; displayOrder: number; archived: boolean }>(
  items: readonly Item[],
): Item[] {
  return items
    .filter(({ archived }) => !archived)
    .toSorted((a, b) => a.displayOrder - b.displayOrder || a.label.localeCompare(b.label));
}
