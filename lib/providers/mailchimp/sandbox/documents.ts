import { createHash } from "node:crypto";
import { z } from "zod";
import type { SandboxStore } from "../../sandbox-kit/contract.ts";
import { listAll } from "../../sandbox-kit/objects.ts";

/** What an account holds. Names are Mailchimp's: https://mailchimp.com/developer/marketing/api/ */

/** Where every account of the sandbox lives. */
export const homeDataCentre = "us21";

export const listDocument = z.strictObject({
  id: z.string(),
  web_id: z.number(),
  name: z.string(),
  contact: z.strictObject({
    company: z.string(),
    address1: z.string(),
    city: z.string(),
    state: z.string(),
    zip: z.string(),
    country: z.string(),
  }),
  permission_reminder: z.string(),
  campaign_defaults: z.strictObject({
    from_name: z.string(),
    from_email: z.string(),
    subject: z.string(),
    language: z.string(),
  }),
  double_optin: z.boolean(),
  date_created: z.string(),
  merge_fields: z.array(z.strictObject({ tag: z.string(), name: z.string(), required: z.boolean() })),
});
export type ListDocument = z.infer<typeof listDocument>;

export const settableStatuses = [
  "subscribed",
  "unsubscribed",
  "cleaned",
  "pending",
  "transactional",
] as const;

export const memberDocument = z.strictObject({
  list_id: z.string(),
  /** The MD5 of the address in lower case. */
  id: z.string(),
  email_address: z.string(),
  unique_email_id: z.string(),
  web_id: z.number(),
  email_type: z.string(),
  status: z.enum([...settableStatuses, "archived"]),
  unsubscribe_reason: z.string(),
  merge_fields: z.record(z.string(), z.unknown()),
  /** Ids of tags. */
  tags: z.array(z.number()),
  source: z.string(),
  timestamp_signup: z.string(),
  timestamp_opt: z.string(),
  last_changed: z.string(),
});
export type MemberDocument = z.infer<typeof memberDocument>;

/** Somebody who was deleted for good: of them, nothing is kept but that. */
export const forgottenDocument = z.strictObject({ list_id: z.string(), id: z.string() });

export const tagDocument = z.strictObject({ list_id: z.string(), id: z.number(), name: z.string() });
export type TagDocument = z.infer<typeof tagDocument>;

export const templateDocument = z.strictObject({
  id: z.number(),
  type: z.enum(["user", "base", "gallery"]),
  name: z.string(),
  content_type: z.enum(["template", "multichannel", "html"]),
  active: z.boolean(),
  date_created: z.string(),
  date_edited: z.string(),
  created_by: z.string(),
});
export type TemplateDocument = z.infer<typeof templateDocument>;

export const campaignDocument = z.strictObject({
  id: z.string(),
  web_id: z.number(),
  type: z.enum(["regular", "plaintext", "absplit", "rss", "variate"]),
  create_time: z.string(),
  status: z.enum(["save", "paused", "schedule", "sending", "sent", "canceled", "archived"]),
  emails_sent: z.number(),
  send_time: z.string(),
  content_type: z.enum(["template", "multichannel", "html"]),
  list_id: z.string(),
  /** Of one that is sent: how many it went to. */
  recipient_count: z.number().nullable(),
  settings: z.looseObject({
    subject_line: z.string(),
    preview_text: z.string(),
    title: z.string(),
    from_name: z.string(),
    reply_to: z.string(),
    template_id: z.number(),
  }),
  report: z
    .strictObject({
      opens: z.number(),
      unique_opens: z.number(),
      clicks: z.number(),
      subscriber_clicks: z.number(),
    })
    .nullable(),
});
export type CampaignDocument = z.infer<typeof campaignDocument>;

export const eventTypes = ["subscribe", "unsubscribe", "profile", "cleaned", "upemail", "campaign"] as const;
export type EventType = (typeof eventTypes)[number];
const eventSources = ["user", "admin", "api"] as const;
export type EventSource = (typeof eventSources)[number];

export const webhookDocument = z.strictObject({
  id: z.string(),
  list_id: z.string(),
  url: z.string(),
  events: z.record(z.enum(eventTypes), z.boolean()),
  sources: z.record(z.enum(eventSources), z.boolean()),
});
export type WebhookDocument = z.infer<typeof webhookDocument>;

export async function listTags(store: SandboxStore, listId: string): Promise<TagDocument[]> {
  return (await listAll(store, "tag", tagDocument)).filter((tag) => tag.list_id === listId);
}

export function toMd5(email: string): string {
  return createHash("md5").update(email.toLowerCase()).digest("hex");
}

/** The sandbox's own id for something that is unique within an audience only. */
export function keyIn(listId: string, id: string | number): string {
  return `${listId}:${id}`;
}

/** As Mailchimp writes times: 2026-05-04T09:00:00+00:00. */
export function timeText(time: Date): string {
  return `${time.toISOString().slice(0, 19)}+00:00`;
}
