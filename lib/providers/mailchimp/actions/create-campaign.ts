import { z } from "zod";
import { emailText, trimmedText } from "#lib/text-schema.ts";
import { defineAction } from "../../contract/action.ts";
import type { FieldMeta } from "../../contract/auth.ts";
import type { Call } from "../../contract/call.ts";
import { type Campaign, campaignSchema, pageOf, titleOf } from "../campaign.ts";
import { askMailchimp } from "../client.ts";
import { draftCampaign } from "../draft-campaign.ts";
import { audience } from "../fields.ts";
import { findCampaignByKey } from "../find-campaign-by-key.ts";

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
  replyTo: emailText("Give an e-mail address that Mailchimp knows as yours.")
    .optional()
    .meta({ title: "Address for replies", description: "Otherwise the audience's own." } satisfies FieldMeta),
});

/** https://mailchimp.com/developer/marketing/api/campaigns/add-campaign/ */
export const createCampaign = defineAction({
  title: "Create a campaign",
  description:
    "Makes a draft of an e-mail to one of your audiences from one of your templates. Nothing is sent.",
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
    const earlier = call.isFirstUse ? null : await findCampaignByKey(call, campaign.audience);
    if (earlier) return toOutput(call, earlier, true);
    const json = await draftCampaign(call, campaign);
    const request = { method: "POST", path: "/campaigns", what: "campaign", json } as const;
    return toOutput(call, await askMailchimp(call, request, campaignSchema), false);
  },
});

function toOutput(call: Call, campaign: Campaign, wasThereAlready: boolean) {
  return {
    campaignId: campaign.id,
    title: titleOf(campaign),
    status: campaign.status,
    url: pageOf(campaign, call.settings),
    wasThereAlready,
  };
}
