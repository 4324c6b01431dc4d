import { z } from "zod";
import { defineAction } from "../../contract/action.ts";
import type { FieldMeta } from "../../contract/auth.ts";
import { sentence } from "../../contract/sentence.ts";
import { buildCampaignUrl, campaignFields, campaignSchema, getTitle, statusInWords } from "../campaign.ts";
import { listPage } from "../client.ts";
import { audience } from "../fields.ts";

/** https://mailchimp.com/developer/marketing/api/campaigns/list-campaigns/ */
export const listCampaigns = defineAction({
  title: "List campaigns",
  description: "Tells which campaigns there are, how far each is, and how many people opened it.",
  scopes: [],
  effect: "read",
  idempotency: "not_needed",
  input: z.strictObject({
    audience: audience.optional(),
    status: z
      .enum(["save", "schedule", "sending", "sent", "paused"])
      .optional()
      .meta({
        title: "Status",
        description: "save: drafts. schedule: waiting for their time. Otherwise all of them.",
      } satisfies FieldMeta),
    limit: z
      .int()
      .min(1)
      .max(100)
      .default(20)
      .meta({ title: "How many", description: "The newest ones, at most 100." } satisfies FieldMeta),
  }),
  output: z.strictObject({
    campaigns: z.array(
      z.strictObject({
        campaignId: z.string(),
        title: z.string(),
        subject: z.string(),
        audience: z.string(),
        status: z.string().describe("Mailchimp's word"),
        statusInWords: sentence(),
        sentAt: z.string().nullable().describe("ISO time; null where it was not sent"),
        emailsSent: z.int(),
        opened: z.int().nullable().describe("How many people opened it; null where it was not sent"),
        clicked: z.int().nullable().describe("How many people followed a link in it"),
        url: z.string().nullable(),
      }),
    ),
    total: z.int().describe("How many there are in all"),
  }),
  example: { status: "sent", limit: 10 },
  run: async (call, { audience: listId, status, limit }) => {
    const { items, total } = await listPage(call, {
      path: "/campaigns",
      what: "audience",
      name: "campaigns",
      read: (record) => campaignSchema.parse(record),
      known: { id: "id" },
      fields: campaignFields,
      cursor: null,
      limit,
      query: { list_id: listId, status, sort_field: "create_time", sort_dir: "DESC" },
    });
    const campaigns = items.map((campaign) => ({
      campaignId: campaign.id,
      title: getTitle(campaign),
      subject: campaign.settings?.subject_line ?? "",
      audience: campaign.recipients?.list_name ?? "",
      status: campaign.status,
      statusInWords: statusInWords(campaign),
      sentAt: campaign.send_time ?? null,
      emailsSent: campaign.emails_sent ?? 0,
      opened: campaign.report_summary?.unique_opens ?? null,
      clicked: campaign.report_summary?.subscriber_clicks ?? null,
      url: buildCampaignUrl(campaign, call.settings),
    }));
    return { campaigns, total };
  },
});
