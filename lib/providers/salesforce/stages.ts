import { z } from "zod";
import { hint, hintedNumber, id, optionalFlag } from "../kit/lenient.ts";

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
