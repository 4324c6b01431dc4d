import type { Scope } from "../contract/auth.ts";

/**
 * The rights of an API key, as `GET /v3/scopes` names them.
 * https://www.twilio.com/docs/sendgrid/api-reference/api-key-permissions
 */
export const scopes = [
  {
    id: "mail.send",
    title: "Send e-mails",
    reason: "To send your receipts and order updates. In SendGrid: Mail Send.",
  },
  {
    id: "messages.read",
    title: "Look up which e-mails have left",
    reason:
      "Before an e-mail is tried again, to see whether it left the first time, so that nobody gets it twice. In SendGrid: Email Activity.",
  },
  {
    id: "templates.read",
    title: "See your templates",
    reason: "So that you can choose one from a list. In SendGrid: Template Engine.",
  },
  {
    id: "user.webhooks.event.settings.read",
    title: "See where SendGrid reports what became of e-mails",
    reason: "To find out whether it reports to us already. In SendGrid: Mail Settings › Event Notification.",
  },
  {
    id: "user.webhooks.event.settings.create",
    title: "Have SendGrid report to us what became of e-mails",
    reason:
      "To tell you of e-mails that came back or were marked as spam. In SendGrid: Mail Settings › Event Notification, Full Access.",
  },
  {
    id: "user.webhooks.event.settings.update",
    title: "Have those reports signed, and switch them on again",
    reason:
      "So that nobody but SendGrid can tell us what became of an e-mail. In SendGrid: Mail Settings › Event Notification, Full Access.",
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
