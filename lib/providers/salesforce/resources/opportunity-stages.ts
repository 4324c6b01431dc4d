import { z } from "zod";
import type { Resource, ResourceItem } from "../../contract/resource.ts";
import { hint, hintedNumber, id, optionalFlag } from "../../kit/lenient.ts";
import { readEach } from "../../kit/read-each.ts";
import { query } from "../client.ts";
import { sliceOf } from "./slice.ts";

/** https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_opportunitystage.htm */
export const stageQuery =
  "SELECT ApiName, MasterLabel, DefaultProbability, IsClosed, IsWon FROM OpportunityStage WHERE IsActive = true ORDER BY SortOrder LIMIT 200";

export const stageRow = z.looseObject({
  ApiName: id,
  MasterLabel: hint,
  DefaultProbability: hintedNumber,
  IsClosed: optionalFlag.catch(false),
  IsWon: optionalFlag.catch(false),
});

/** The stages in use, in the order of the org's sales process. */
export const opportunityStages = {
  title: "Stages of an opportunity",
  scopes: ["api"],
  list: async (call, asked) => {
    const stages = await query(call, stageQuery, z.unknown());
    return sliceOf(readEach(stages, { id: "ApiName", label: "MasterLabel" }, toItem), asked);
  },
} satisfies Resource;

function toItem(record: unknown): ResourceItem {
  const { ApiName, MasterLabel, DefaultProbability, IsClosed, IsWon } = stageRow.parse(record);
  return {
    id: ApiName,
    label: MasterLabel || ApiName,
    details: {
      ...(DefaultProbability === undefined ? {} : { probability: `${DefaultProbability} %` }),
      ...(IsClosed ? { closed: IsWon ? "won" : "lost" } : {}),
    },
  };
}
