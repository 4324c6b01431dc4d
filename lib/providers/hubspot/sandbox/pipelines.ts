import { z } from "zod";
import type { SandboxRoute, SandboxStore } from "../../sandbox-kit/contract.ts";
import { ok, scopeRefusal } from "./answers.ts";
import { typePattern } from "./property.ts";

const stageSchema = z.strictObject({
  id: z.string(),
  label: z.string(),
  displayOrder: z.number(),
  metadata: z.strictObject({ isClosed: z.string(), probability: z.string() }),
  writePermissions: z.literal("CRM_PERMISSIONS_ENFORCEMENT"),
  archived: z.boolean(),
  createdAt: z.string(),
  updatedAt: z.string(),
});

/** The schema `Pipeline` of HubSpot's description of crm/pipelines/2026-09. */
export const pipelineSchema = z.strictObject({
  id: z.string(),
  label: z.string(),
  displayOrder: z.number(),
  stages: z.array(stageSchema),
  archived: z.boolean(),
  createdAt: z.string(),
  updatedAt: z.string(),
});
export type SandboxPipeline = z.infer<typeof pipelineSchema>;

export async function allPipelines(store: SandboxStore): Promise<SandboxPipeline[]> {
  return (await store.list("pipeline", pipelineSchema)).map(({ data }) => data);
}

/** https://developers.hubspot.com/docs/api-reference/latest/crm/pipelines/guide */
export const pipelineRoute: SandboxRoute = {
  methods: ["GET"],
  match: new RegExp(`^api\\.hubapi\\.com/crm/pipelines/2026-09/${typePattern.deals}$`),
  access: "api",
  handle: async (_request, desk) => {
    const anyOf = ["crm.schemas.deals.read", "crm.objects.deals.read", "crm.objects.deals.write"];
    return scopeRefusal(desk, anyOf) ?? ok({ results: await allPipelines(desk.store) });
  },
};
