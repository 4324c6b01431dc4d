import type { SandboxStore } from "../../sandbox-contract.ts";
import { type CampaignDocument, listDocument } from "./documents.ts";
import { countMembers } from "./list-routes.ts";

/** https://mailchimp.com/developer/marketing/api/campaigns/get-campaign-info/ */
export async function presentCampaign(store: SandboxStore, campaign: CampaignDocument) {
  const { list_id, recipient_count, report, ...kept } = campaign;
  const list = list_id === "" ? null : await store.get("list", list_id, listDocument);
  const count = recipient_count ?? (list ? (await countMembers(store, list.id)).subscribed : 0);
  return {
    ...kept,
    parent_campaign_id: "",
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
    tracking: { opens: true, html_clicks: true, text_clicks: false, google_analytics: "" },
    ...(report ? { report_summary: summaryOf(report, campaign.emails_sent) } : {}),
    delivery_status: { enabled: false },
  };
}

function summaryOf(report: NonNullable<CampaignDocument["report"]>, emailsSent: number) {
  const rate = (people: number) => (emailsSent === 0 ? 0 : people / emailsSent);
  return {
    ...report,
    open_rate: rate(report.unique_opens),
    click_rate: rate(report.subscriber_clicks),
  };
}
