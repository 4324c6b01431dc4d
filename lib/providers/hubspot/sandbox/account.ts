import { z } from "zod";
import type { SandboxStore } from "../../sandbox-kit/contract.ts";
import { listAll, requireOne } from "../../sandbox-kit/objects.ts";
import { notFound, ok, requireScope, route } from "./answers.ts";
import { typePattern } from "./properties.ts";

/** Facts of the account that are no records. */
export const portalSchema = z.strictObject({
  hubDomain: z.string(),
  /** Who connected. */
  user: z.string(),
  companyCurrency: z.string(),
  additionalCurrencies: z.array(z.string()),
  timeZone: z.string(),
});
export type Portal = z.infer<typeof portalSchema>;

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

export function allPipelines(store: SandboxStore): Promise<SandboxPipeline[]> {
  return listAll(store, "pipeline", pipelineSchema);
}

export const accountRoutes = [
  // https://developers.hubspot.com/docs/api-reference/account-account-info-v3/guide
  route(
    "GET",
    "/account-info/2026-09/details",
    async ({ context: { account, store } }) => {
      const portal = await requireOne(store, "portal", "portal", portalSchema, notFound);
      return ok({
        portalId: Number(account.externalId),
        accountType: "STANDARD",
        timeZone: portal.timeZone,
        companyCurrency: portal.companyCurrency,
        additionalCurrencies: portal.additionalCurrencies,
        utcOffset: "+00:00",
        utcOffsetMilliseconds: 0,
        uiDomain: "app-eu1.hubspot.com",
        dataHostingLocation: "eu1",
      });
    },
    { scope: "oauth" },
  ),
  // https://developers.hubspot.com/docs/api-reference/latest/crm/pipelines/guide
  route("GET", `/crm/pipelines/2026-09/${typePattern.deals}`, async (asked) => {
    requireScope(asked, ["crm.schemas.deals.read", "crm.objects.deals.read", "crm.objects.deals.write"]);
    return ok({ results: await allPipelines(asked.context.store) });
  }),
];
