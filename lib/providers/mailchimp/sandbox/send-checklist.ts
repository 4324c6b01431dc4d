import type { SandboxStore } from "../../sandbox-kit/contract.ts";
import { type CampaignDocument, listDocument } from "./documents.ts";
import { linksTo } from "./links.ts";
import { countMembers } from "./list-routes.ts";

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
