import type { SandboxStore } from "../../sandbox-kit/contract.ts";
import { type CampaignDocument, listDocument } from "./documents.ts";
import { linksTo } from "./links.ts";
import { countMembers } from "./list-routes.ts";

/** https://mailchimp.com/developer/marketing/api/campaigns/get-campaign-info/ */
export async function presentCampaign(store: SandboxStore, campaign: CampaignDocument) {
  const { list_id, recipient_count, report, settings, ...kept } = campaign;
  const list = list_id === "" ? null : await store.get("list", list_id, listDocument);
  const count = recipient_count ?? (list ? (await countMembers(store, list.id)).subscribed : 0);
  return {
    ...kept,
    archive_url: `https://mailchi.mp/${campaign.id}`,
    long_archive_url: `https://mailchi.mp/${campaign.id}/archive`,
    needs_block_refresh: false,
    resendable: campaign.status === "sent",
    recipients: {
      list_id,
      list_is_active: list !== null,
      list_name: list?.name ?? "",
      segment_text: "",
      recipient_count: count,
    },
    settings: { ...usualSettings, drag_and_drop: campaign.content_type !== "html", ...settings },
    tracking: {
      opens: true,
      html_clicks: true,
      text_clicks: false,
      goal_tracking: false,
      ecomm360: false,
      google_analytics: "",
      clicktale: "",
    },
    ...(report ? { report_summary: summaryOf(report, campaign.emails_sent) } : {}),
    delivery_status: { enabled: false },
    _links: linksTo(
      { path: `/campaigns/${campaign.id}`, schema: "Campaigns/Response" },
      { path: "/campaigns", schema: "Campaigns/CollectionResponse" },
    ),
  };
}

/** Of a campaign that chooses nothing else. */
const usualSettings = {
  use_conversation: false,
  to_name: "",
  folder_id: "",
  authenticate: true,
  auto_footer: false,
  inline_css: false,
  auto_tweet: false,
  fb_comments: true,
  timewarp: false,
};

function summaryOf(report: NonNullable<CampaignDocument["report"]>, emailsSent: number) {
  const rate = (people: number) => (emailsSent === 0 ? 0 : people / emailsSent);
  return {
    ...report,
    open_rate: rate(report.unique_opens),
    click_rate: rate(report.subscriber_clicks),
  };
}
