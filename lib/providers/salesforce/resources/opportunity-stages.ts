import type { Resource } from "../../resource.ts";
import { query } from "../client.ts";
import { sliceOf } from "../list-slice.ts";
import { stageQuery, stageRow } from "../stages.ts";

/** The stages in use, in the order of the org's sales process. */
export const opportunityStages = {
  title: "Stages of an opportunity",
  scopes: ["api"],
  list: async (call, asked) => {
    const stages = await query(call, stageQuery, stageRow);
    const items = stages.map(({ ApiName, MasterLabel, DefaultProbability, IsClosed, IsWon }) => ({
      id: ApiName,
      label: MasterLabel,
      details: {
        ...(DefaultProbability == null ? {} : { probability: `${DefaultProbability} %` }),
        ...(IsClosed ? { closed: IsWon ? "won" : "lost" } : {}),
      },
    }));
    return sliceOf(items, asked);
  },
} satisfies Resource;
