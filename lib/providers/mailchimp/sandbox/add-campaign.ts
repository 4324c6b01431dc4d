import { randomBytes } from "node:crypto";
import { z } from "zod";
import type { SandboxAccountDesk } from "../../sandbox-kit/contract.ts";
import { type CampaignDocument, listDocument, templateDocument, timeText } from "./documents.ts";
import { refuseResource } from "./replies.ts";

/** https://mailchimp.com/developer/marketing/api/campaigns/add-campaign/ */
export const campaignBody = z.strictObject({
  type: z.enum(["regular", "plaintext", "absplit", "rss", "variate"]),
  recipients: z.strictObject({ list_id: z.string(), segment_opts: z.looseObject({}).optional() }).optional(),
  settings: z
    .strictObject({
      subject_line: z.string().max(150).optional(),
      preview_text: z.string().max(150).optional(),
      title: z.string().max(100).optional(),
      from_name: z.string().max(100).optional(),
      reply_to: z.email().optional(),
      use_conversation: z.boolean().optional(),
      to_name: z.string().optional(),
      folder_id: z.string().optional(),
      authenticate: z.boolean().optional(),
      auto_footer: z.boolean().optional(),
      inline_css: z.boolean().optional(),
      auto_tweet: z.boolean().optional(),
      auto_fb_post: z.array(z.string()).optional(),
      fb_comments: z.boolean().optional(),
      template_id: z.int().optional(),
    })
    .optional(),
  tracking: z.looseObject({}).optional(),
  social_card: z.looseObject({}).optional(),
  content_type: z.enum(["template", "multichannel"]).optional(),
});

/** Keeps a draft. @throws {ApiRefusal} for a list or a template that is not there */
export async function addCampaign(
  desk: SandboxAccountDesk,
  { type, recipients, settings = {}, content_type: contentType = "template" }: z.infer<typeof campaignBody>,
): Promise<CampaignDocument> {
  const listId = recipients?.list_id ?? "";
  if (recipients && !(await desk.store.get("list", listId, listDocument))) {
    throw refuseResource([{ field: "recipients.list_id", message: "This list does not exist." }]);
  }
  await checkTemplate(desk, settings.template_id, contentType);
  const campaign: CampaignDocument = {
    id: randomBytes(5).toString("hex"),
    web_id: 9_100_000 + (await desk.store.next("campaign")),
    type,
    create_time: timeText(desk.now()),
    status: "save",
    emails_sent: 0,
    send_time: "",
    content_type: contentType,
    list_id: listId,
    recipient_count: null,
    settings: {
      subject_line: "",
      preview_text: "",
      title: "",
      from_name: "",
      reply_to: "",
      template_id: 0,
      ...settings,
    },
    report: null,
  };
  await desk.store.put("campaign", campaign.id, campaign);
  return campaign;
}

async function checkTemplate(
  { store }: SandboxAccountDesk,
  id: number | undefined,
  contentType: "template" | "multichannel",
): Promise<void> {
  if (id === undefined) return;
  const template = await store.get("template", String(id), templateDocument);
  const refuse = (message: string) => refuseResource([{ field: "settings.template_id", message }]);
  if (!template?.active) throw refuse("This template does not exist.");
  if ((template.content_type === "multichannel") !== (contentType === "multichannel")) {
    throw refuse(`The content_type of this template is ${template.content_type}.`);
  }
}
