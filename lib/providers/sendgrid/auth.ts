import { z } from "zod";
import { emailText, trimmedText } from "#lib/text-schema.ts";
import type { ApiKeyAuth, FieldMeta, Scope } from "../contract/auth.ts";

/**
 * Where an account's data lives; its key is good at that host alone.
 * https://www.twilio.com/docs/sendgrid/for-developers/sending-email/regional-email
 */
const hosts = { global: "api.sendgrid.com", eu: "api.eu.sendgrid.com" } as const;

export const regions = ["global", "eu"] as const satisfies readonly (keyof typeof hosts)[];

/** @param settings of the integration */
export function apiOrigin({ region }: Readonly<Record<string, string>>): string {
  return `https://${region === "eu" ? hosts.eu : hosts.global}`;
}

/**
 * The rights of an API key, as `GET /v3/scopes` names them.
 * https://www.twilio.com/docs/sendgrid/api-reference/api-key-permissions
 */
export const scopes = [
  {
    id: "mail.send",
    title: "Send emails",
    reason: "To send your receipts and order updates. In SendGrid: Mail Send.",
  },
  {
    id: "messages.read",
    title: "Look up which emails have left",
    reason:
      "Before an email is tried again, to see whether it left the first time, so that nobody gets it twice. In SendGrid: Email Activity.",
  },
  {
    id: "templates.read",
    title: "See your templates",
    reason: "So that you can choose one from a list. In SendGrid: Template Engine.",
  },
  {
    id: "user.webhooks.event.settings.read",
    title: "See where SendGrid reports what became of emails",
    reason: "To find out whether it reports to us already. In SendGrid: Mail Settings › Event Notification.",
  },
  {
    id: "user.webhooks.event.settings.create",
    title: "Have SendGrid report to us what became of emails",
    reason:
      "To tell you of emails that came back or were marked as spam. In SendGrid: Mail Settings › Event Notification, Full Access.",
  },
  {
    id: "user.webhooks.event.settings.update",
    title: "Have those reports signed, and switch them on again",
    reason:
      "So that nobody but SendGrid can tell us what became of an email. In SendGrid: Mail Settings › Event Notification, Full Access.",
  },
  {
    id: "user.webhooks.event.settings.delete",
    title: "End those reports when you disconnect",
    reason:
      "So that nothing of ours is left in your account. In SendGrid: Mail Settings › Event Notification, Full Access.",
  },
] as const satisfies readonly Scope[];

/** For the merchant: what the right is called on SendGrid's page for keys. */
export const rightsInWords: Readonly<Record<(typeof scopes)[number]["id"], string>> = {
  "mail.send": "Mail Send",
  "messages.read": "Email Activity",
  "templates.read": "Template Engine",
  "user.webhooks.event.settings.read": "Event Notification",
  "user.webhooks.event.settings.create": "Event Notification with Full Access",
  "user.webhooks.event.settings.update": "Event Notification with Full Access",
  "user.webhooks.event.settings.delete": "Event Notification with Full Access",
};

export type KeyScope = keyof typeof rightsInWords;

const input = z.strictObject({
  apiKey: trimmedText(200)
    .regex(
      /^SG\.[\w-]{10,}\.[\w-]{10,}$/,
      "A key of SendGrid begins with SG. and has two dots. Copy the whole of it.",
    )
    .meta({
      title: "API key",
      description: "In SendGrid: Settings › API Keys › Create API Key. It is shown once.",
      placeholder: "SG.…",
      secret: true,
    } satisfies FieldMeta),
  region: z
    .enum(regions)
    .default("global")
    .meta({
      title: "Region",
      description: "“eu” only for an account whose emails are sent from the EU; “global” for all others.",
    } satisfies FieldMeta),
  fromEmail: emailText("This is not an email address.")
    .optional()
    .meta({
      title: "Usual sender",
      description: "The address that emails come from where nothing else is said. SendGrid must know it.",
      placeholder: "orders@ana.example",
    } satisfies FieldMeta),
  fromName: trimmedText(100)
    .optional()
    .meta({ title: "Name of the usual sender", placeholder: "Ana's Kitchen" } satisfies FieldMeta),
});

/** https://www.twilio.com/docs/sendgrid/api-reference/how-to-use-the-sendgrid-v3-api/authentication */
export const auth: ApiKeyAuth = {
  kind: "api_key",
  input,
  scopes,
  authenticate: (request, { apiKey = "" }) => ({
    ...request,
    headers: { ...request.headers, authorization: `Bearer ${apiKey}` },
  }),
  grant: null,
  tokenRequest: null,
};
