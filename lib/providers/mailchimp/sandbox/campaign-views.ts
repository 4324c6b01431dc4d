import type { SandboxStore } from "../../sandbox-kit/contract.ts";
import { linksTo } from "./api.ts";
import { type CampaignDocument, listDocument } from "./documents.ts";
import { countMembers } from "./lists.ts";

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
    ...(report ? { report_summary: toSummary(report, campaign.emails_sent) } : {}),
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

function toSummary(report: NonNullable<CampaignDocument["report"]>, emailsSent: number) {
  const rate = (people: number) => (emailsSent === 0 ? 0 : people / emailsSent);
  return {
    ...report,
    open_rate: rate(report.unique_opens),
    click_rate: rate(report.subscriber_clicks),
  };
}

type Point = { heading: string; isFine: boolean; fine: string; lacking: string };

/** https://mailchimp.com/developer/marketing/api/campaign-send-checklist/get-campaign-send-checklist/ */
export async function checkCampaign(store: SandboxStore, { id, list_id, settings }: CampaignDocument) {
  const list = list_id === "" ? null : await store.get("list", list_id, listDocument);
  const count = list ? (await countMembers(store, list.id)).subscribed : 0;
  const points: Point[] = [
    {
      heading: "List",
      isFine: count > 0,
      fine: `${list?.name ?? ""} (${count} recipients)`,
      lacking: "You need to choose a list with subscribers before sending.",
    },
    {
      heading: "Subject line",
      isFine: settings.subject_line !== "",
      fine: settings.subject_line,
      lacking: "You need to enter a subject line.",
    },
    {
      heading: "From name",
      isFine: settings.from_name !== "",
      fine: settings.from_name,
      lacking: "You need to enter a from name.",
    },
    {
      heading: "Replies",
      isFine: settings.reply_to !== "",
      fine: `All replies will go to ${settings.reply_to}.`,
      lacking: "You need to enter an email address for replies.",
    },
    {
      heading: "HTML email",
      isFine: settings.template_id !== 0,
      fine: "Your HTML email is ready.",
      lacking: "You need to design your email.",
    },
  ];
  return {
    is_ready: points.every(({ isFine }) => isFine),
    items: points.map(({ heading, isFine, fine, lacking }, index) => ({
      type: isFine ? "success" : "error",
      id: 501 + index,
      heading,
      details: isFine ? fine : lacking,
    })),
    _links: linksTo(
      { path: `/campaigns/${id}/send-checklist`, schema: "Campaigns/Checklist/Response" },
      { path: `/campaigns/${id}`, schema: "Campaigns/Response" },
    ),
  };
}
