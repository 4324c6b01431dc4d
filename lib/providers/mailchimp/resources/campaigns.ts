import type { Resource, ResourceItem } from "../../contract/resource.ts";
import { campaignFields, campaignSchema, getTitle } from "../campaign.ts";
import { listPage } from "../client.ts";

/** Drafts, since it is they that can be sent: https://mailchimp.com/developer/marketing/api/campaigns/list-campaigns/ */
export const campaigns = {
  title: "Campaigns that are drafts",
  scopes: [],
  list: async (call, { cursor, limit }) => {
    const page = await listPage(call, {
      path: "/campaigns",
      what: "campaign",
      name: "campaigns",
      read: toItem,
      known: { id: "id" },
      fields: campaignFields,
      cursor,
      limit,
      query: { status: "save", sort_field: "create_time", sort_dir: "DESC" },
    });
    return { items: page.items, unread: page.unread, nextCursor: page.nextCursor };
  },
} satisfies Resource;

function toItem(record: unknown): ResourceItem {
  const campaign = campaignSchema.parse(record);
  const audience = campaign.recipients?.list_name;
  return { id: campaign.id, label: getTitle(campaign), ...(audience ? { details: { audience } } : {}) };
}
