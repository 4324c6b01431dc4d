import { z } from "zod";
import type { Call } from "../contract/call.ts";
import { askMailchimp } from "./client.ts";
import { failure } from "./failures.ts";
import { markOf } from "./find-campaign-by-key.ts";
import { tell } from "./words.ts";

type CampaignInput = {
  audience: string;
  /** The template's number. */
  template: string;
  subject: string;
  previewText?: string | undefined;
  title?: string | undefined;
  fromName?: string | undefined;
  replyTo?: string | undefined;
};

const listAnswer = z.looseObject({
  campaign_defaults: z.looseObject({ from_name: z.string().catch(""), from_email: z.string().catch("") }),
});
const templateAnswer = z.looseObject({ id: z.int(), content_type: z.string().optional() });

/**
 * The body of a request for a campaign that is kept as a draft, with the sender of its audience where no other is given.
 * @throws {ProviderError} not_found for a template or an audience that is not there
 */
export async function draftCampaign(call: Call, campaign: CampaignInput) {
  const template = await askMailchimp(
    call,
    {
      method: "GET",
      path: `/templates/${campaign.template}`,
      what: "template",
      query: { fields: "id,content_type" },
    },
    templateAnswer,
  );
  return {
    type: "regular",
    recipients: { list_id: campaign.audience },
    settings: {
      subject_line: campaign.subject,
      ...(campaign.previewText ? { preview_text: campaign.previewText } : {}),
      title: `${(campaign.title || campaign.subject).slice(0, 60)} ${markOf(call.idempotencyKey)}`,
      ...(await senderOf(call, campaign)),
      template_id: template.id,
    },
    // Templates of the newer editor are refused by a campaign that does not say so.
    ...(template.content_type === "multichannel" ? { content_type: "multichannel" } : {}),
  };
}

async function senderOf(call: Call, { audience: id, fromName, replyTo }: CampaignInput) {
  const query = { fields: "campaign_defaults.from_name,campaign_defaults.from_email" };
  const request = { method: "GET", path: `/lists/${id}`, what: "audience", query } as const;
  const { campaign_defaults: defaults } = await askMailchimp(call, request, listAnswer);
  const sender = { from_name: fromName || defaults.from_name, reply_to: replyTo ?? defaults.from_email };
  if (sender.from_name && sender.reply_to) return sender;
  const message = tell("audience_has_no_sender_own");
  throw failure("invalid_input", message, "campaign_defaults without from_name or from_email");
}
