import type { SandboxRoute } from "../../sandbox-kit/contract.ts";
import { addCampaign, campaignBody } from "./add-campaign.ts";
import { type Api, apiRoute } from "./api-route.ts";
import { collection, sorted } from "./collection.ts";
import { type CampaignDocument, campaignDocument, timeText } from "./documents.ts";
import { linksTo, root } from "./links.ts";
import { countMembers } from "./list-routes.ts";
import { presentCampaign } from "./present-campaign.ts";
import { ApiRefusal, notFound, problem } from "./replies.ts";
import { checkCampaign } from "./send-checklist.ts";

const path = "/campaigns/(?<campaign>[^/]+)";

/** https://mailchimp.com/developer/marketing/api/campaigns/ */
export const campaignRoutes: readonly SandboxRoute[] = [
  apiRoute("GET", "/campaigns", async ({ desk, query }) => {
    const campaigns = (await desk.store.list("campaign", campaignDocument)).map(({ data }) => data);
    const found = campaigns.filter(
      ({ status, list_id, type }) =>
        isAskedFor(query, "status", status) &&
        isAskedFor(query, "list_id", list_id) &&
        isAskedFor(query, "type", type),
    );
    const ordered = sorted(query, found, {
      create_time: ({ create_time, web_id }) => `${create_time} ${String(web_id).padStart(12, "0")}`,
      send_time: ({ send_time }) => send_time,
    });
    const presented = await Promise.all(ordered.map((campaign) => presentCampaign(desk.store, campaign)));
    return collection(
      query,
      "campaigns",
      presented,
      linksTo({ path: "/campaigns", schema: "Campaigns/CollectionResponse" }, root),
    );
  }),
  apiRoute("POST", "/campaigns", async ({ desk, body }) =>
    presentCampaign(desk.store, await addCampaign(desk, body(campaignBody))),
  ),
  apiRoute("GET", path, async (api) => presentCampaign(api.desk.store, await requireCampaign(api))),
  apiRoute("GET", `${path}/send-checklist`, async (api) =>
    checkCampaign(api.desk.store, await requireCampaign(api)),
  ),
  apiRoute("POST", `${path}/actions/send`, async (api) => {
    const campaign = await requireCampaign(api);
    const { is_ready: isReady } = await checkCampaign(api.desk.store, campaign);
    if (campaign.status !== "save" || !isReady) {
      throw new ApiRefusal(problem(400, "Bad Request", "Your Campaign is not ready to send."));
    }
    const { subscribed } = await countMembers(api.desk.store, campaign.list_id);
    const sending = {
      ...campaign,
      status: "sending",
      send_time: timeText(api.desk.now()),
      recipient_count: subscribed,
    };
    await api.desk.store.put("campaign", campaign.id, sending);
    return undefined;
  }),
];

function isAskedFor(query: URLSearchParams, name: string, value: string): boolean {
  const wanted = query.get(name);
  return wanted === null || wanted === value;
}

async function requireCampaign({ desk, part }: Api): Promise<CampaignDocument> {
  const campaign = await desk.store.get("campaign", part("campaign"), campaignDocument);
  if (!campaign) throw notFound();
  return campaign;
}
