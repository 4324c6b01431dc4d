import { z } from "zod";

/** How this sandbox keeps a SendGrid account. Times are ISO, in UTC. */
export const userDocument = z.object({
  company: z.string(),
  firstName: z.string(),
  isOutOfCredits: z.boolean(),
});
export type UserDocument = z.infer<typeof userDocument>;

export const senderDocument = z.object({
  nickname: z.string(),
  fromEmail: z.string(),
  fromName: z.string(),
  isVerified: z.boolean(),
});
export type SenderDocument = z.infer<typeof senderDocument>;

export const templateDocument = z.object({
  name: z.string(),
  generation: z.enum(["legacy", "dynamic"]),
  updatedAt: z.string(),
  versions: z.array(
    z.object({ id: z.string(), name: z.string(), subject: z.string(), isActive: z.boolean() }),
  ),
});
export type TemplateDocument = z.infer<typeof templateDocument>;

export const emailDocument = z.object({
  fromEmail: z.string(),
  toEmail: z.string(),
  subject: z.string(),
  text: z.string(),
  templateId: z.string().nullable(),
  templateData: z.record(z.string(), z.unknown()),
  categories: z.array(z.string()),
  customArgs: z.record(z.string(), z.string()),
  status: z.enum(["processed", "delivered", "deferred", "dropped", "bounced", "blocked"]),
  createdAt: z.iso.datetime({ offset: true }),
});
export type EmailDocument = z.infer<typeof emailDocument>;

/** What a webhook may report; the names of its settings. */
export const eventSettings = [
  "bounce",
  "click",
  "deferred",
  "delivered",
  "dropped",
  "open",
  "processed",
  "spam_report",
  "unsubscribe",
  "group_unsubscribe",
  "group_resubscribe",
  "account_status_change",
] as const;
export type EventSetting = (typeof eventSettings)[number];

export const webhookDocument = z.object({
  url: z.string(),
  isEnabled: z.boolean(),
  friendlyName: z.string().nullable(),
  events: z.array(z.enum(eventSettings)),
  /** While it signs: its key pair, in base64 of DER. */
  keys: z.object({ publicKey: z.string(), privateKey: z.string() }).nullable(),
  createdAt: z.string(),
  updatedAt: z.string(),
});
export type WebhookDocument = z.infer<typeof webhookDocument>;
