import { z } from "zod";
import type { Resource, ResourceItem } from "../../contract/resource.ts";
import { readEach } from "../../kit/read-each.ts";
import { query } from "../client.ts";
import { stageQuery, stageRow } from "../opportunity.ts";
import { toPage } from "./slice.ts";

/** The stages in use, in the order of the org's sales process. */
export const opportunityStages = {
  title: "Stages of an opportunity",
  scopes: ["api"],
  list: async (call, asked) => {
    const stages = await query(call, stageQuery, z.unknown());
    return toPage(readEach(stages, { id: "ApiName", label: "MasterLabel" }, toItem), asked);
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
