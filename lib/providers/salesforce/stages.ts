import { z } from "zod";

/** https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_opportunitystage.htm */
export const stageQuery =
  "SELECT ApiName, MasterLabel, DefaultProbability, IsClosed, IsWon FROM OpportunityStage WHERE IsActive = true ORDER BY SortOrder LIMIT 200";

export const stageRow = z.looseObject({
  ApiName: z.string().min(1),
  MasterLabel: z.string(),
  DefaultProbability: z.number().nullish(),
  IsClosed: z.boolean(),
  IsWon: z.boolean(),
});
