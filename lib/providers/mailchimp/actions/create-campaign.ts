import { z } from "zod";
import { lookUpFirst } from "#lib/providers/kit/once.ts";
import { emailText, trimmedText } from "#lib/text-schema.ts";
import { defineAction } from "../../contract/action.ts";
import type { FieldMeta } from "../../contract/auth.ts";
import type { Call } from "../../contract/call.ts";
import { failure } from "../../kit/failures.ts";
import { buildCampaignUrl, type Campaign, campaignSchema, getTitle } from "../campaign.ts";
import { api } from "../client.ts";
import { audience } from "../fields.ts";
import { createMark, findCampaignByKey } from "../mark.ts";
import { tell } from "../words.ts";

const input = z.strictObject({
  audience,
  template: trimmedText(200)
    .regex(/^[1-9]\d{0,15}$/, "Choose a template, or give its number as Mailchimp shows it.")
    .meta({
      title: "Template",
      description: "What the campaign looks like and says.",
      resource: "templates",
    } satisfies FieldMeta),
  subject: trimmedText(150, "Mailchimp takes at most 150 characters.")
    .min(1, "Write a subject.")
    .meta({ title: "Subject", description: "What people read first in their inbox." } satisfies FieldMeta),
  previewText: trimmedText(150, "Mailchimp takes at most 150 characters.")
    .optional()
    .meta({
      title: "Preview text",
      description: "Stands beside the subject in the inbox.",
    } satisfies FieldMeta),
  title: trimmedText(60)
    .optional()
    .meta({
      title: "Title",
      description: "Your own name for it, which only you see. Otherwise the subject.",
    } satisfies FieldMeta),
  fromName: trimmedText(100)
    .optional()
    .meta({ title: "Sender's name", description: "Otherwise the audience's own." } satisfies FieldMeta),
  replyTo: emailText("Give an email address that Mailchimp knows as yours.")
    .optional()
    .meta({ title: "Address for replies", description: "Otherwise the audience's own." } satisfies FieldMeta),
});

/** https://mailchimp.com/developer/marketing/api/campaigns/add-campaign/ */
export const createCampaign = defineAction({
  title: "Create a campaign",
  description:
    "Makes a draft of an email to one of your audiences from one of your templates. Nothing is sent.",
  scopes: [],
  effect: "write",
  idempotency: "look_up_first",
  input,
  output: z.strictObject({
    campaignId: z.string(),
    title: z.string(),
    status: z.string().describe("save: a draft"),
    url: z.string().nullable().describe("Where it can be looked at and changed in Mailchimp"),
    wasThereAlready: z.boolean().describe("true: an earlier try had made it, and nothing was made now"),
  }),
  link: ({ url }) => url,
  example: {
    audience: "6f1a9c04b2",
    template: "10013418",
    subject: "What is on the table in November",
    previewText: "Chestnuts, quince and a new red from the Dão",
  },
  run: async (call, campaign) => {
    const { made, wasThereAlready } = await lookUpFirst(call, {
      find: () => findCampaignByKey(call, campaign.audience),
      make: async () => {
        const json = await draftCampaign(call, campaign);
        return api.ask(call, { method: "POST", path: "/campaigns", what: "campaign", json }, campaignSchema);
      },
    });
    return toOutput(call, made, wasThereAlready);
  },
});

function toOutput(call: Call, campaign: Campaign, wasThereAlready: boolean) {
  return {
    campaignId: campaign.id,
    title: getTitle(campaign),
    status: campaign.status,
    url: buildCampaignUrl(campaign, call.settings),
    wasThereAlready,
  };
}

type CampaignInput = z.output<typeof input>;

const listAnswer = z.looseObject({
  campaign_defaults: z.looseObject({ from_name: z.string().catch(""), from_email: z.string().catch("") }),
});
const templateAnswer = z.looseObject({ id: z.int(), content_type: z.string().optional() });

/**
 * The body of a request for a campaign that is kept as a draft, with the sender of its audience where no other is given.
 * @throws {ProviderError} not_found for a template or an audience that is not there
 */
async function draftCampaign(call: Call, campaign: CampaignInput) {
  const template = await api.ask(
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
      title: `${(campaign.title || campaign.subject).slice(0, 60)} ${createMark(call.idempotencyKey)}`,
      ...(await loadSender(call, campaign)),
      template_id: template.id,
    },
    // Templates of the newer editor are refused by a campaign that does not say so.
    ...(template.content_type === "multichannel" ? { content_type: "multichannel" } : {}),
  };
}

async function loadSender(call: Call, { audience: id, fromName, replyTo }: CampaignInput) {
  const query = { fields: "campaign_defaults.from_name,campaign_defaults.from_email" };
  const request = { method: "GET", path: `/lists/${id}`, what: "audience", query } as const;
  const { campaign_defaults: defaults } = await api.ask(call, request, listAnswer);
  const sender = { from_name: fromName || defaults.from_name, reply_to: replyTo ?? defaults.from_email };
  if (sender.from_name && sender.reply_to) return sender;
  const detail = "campaign_defaults without from_name or from_email";
  throw failure("invalid_input", tell("audience_has_no_sender_own"), detail);
}
