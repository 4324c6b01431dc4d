import type { Resource } from "../../contract/resource.ts";
import { listPipelines } from "../pipelines.ts";
import { pageOf } from "./page-of.ts";

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
    return pageOf({ items, unread }, query);
  },
} satisfies Resource;
