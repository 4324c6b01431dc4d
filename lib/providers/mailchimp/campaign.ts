import { z } from "zod";
import type { Said } from "../contract/app-words.ts";
import { hint, hintedNumber, hintedObject, id, text } from "../kit/lenient.ts";
import { getAppRoot } from "./client.ts";
import { tell } from "./words.ts";

/** https://mailchimp.com/developer/marketing/api/campaigns/list-campaigns/; what a draft lacks is left out or empty. */
export const campaignSchema = z.looseObject({
  id,
  web_id: hintedNumber,
  status: text,
  emails_sent: hintedNumber,
  send_time: hint,
  recipients: hintedObject({ list_id: hint, list_name: hint, recipient_count: hintedNumber }),
  settings: hintedObject({ title: hint, subject_line: hint }),
  report_summary: hintedObject({ unique_opens: hintedNumber, subscriber_clicks: hintedNumber }),
});
export type Campaign = z.output<typeof campaignSchema>;

export const campaignFields = [
  "id",
  "web_id",
  "status",
  "emails_sent",
  "send_time",
  "recipients.list_id",
  "recipients.list_name",
  "recipients.recipient_count",
  "settings.title",
  "settings.subject_line",
  "report_summary.unique_opens",
  "report_summary.subscriber_clicks",
] as const;

export function getTitle({ settings }: Campaign): string {
  return settings?.title || settings?.subject_line || "A campaign without a title";
}

/** The page of the campaign in Mailchimp, where a person looks at it and changes it; null where it has no number. */
export function buildCampaignUrl(
  { web_id }: Campaign,
  settings: Readonly<Record<string, string>>,
): string | null {
  return web_id === undefined ? null : `${getAppRoot(settings)}/campaigns/show/?id=${web_id}`;
}

/** What Mailchimp's word for a campaign's status means. */
export function statusInWords({ status }: Pick<Campaign, "status">): Said {
  return tell("campaign_status", { status });
}
