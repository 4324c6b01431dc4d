import type { Resource } from "../../contract/resource.ts";
import { listPipelines } from "../pipelines.ts";
import { pageOf } from "./page-of.ts";

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
    return pageOf({ items, unread }, query);
  },
} satisfies Resource;
