import type { SandboxAccountDesk } from "../../sandbox-kit/contract.ts";
import {
  type CampaignDocument,
  type EventSource,
  type EventType,
  type MemberDocument,
  webhookDocument,
} from "./documents.ts";

/** From where people sign up and confirm. */
const visitor = "192.0.2.17";

type Event = { type: EventType; source: EventSource };

/**
 * Tells an audience's webhooks what happened to a contact:
 * https://mailchimp.com/developer/marketing/guides/sync-audience-data-webhooks/
 * @returns how often it was answered well, in words
 */
export function tellWebhooks(
  desk: SandboxAccountDesk,
  member: MemberDocument,
  event: Event,
  further: Readonly<Record<string, string>> = {},
): Promise<string> {
  const merges = Object.entries({ EMAIL: member.email_address, ...member.merge_fields });
  return send(desk, member.list_id, event, {
    ...further,
    "data[id]": member.unique_email_id,
    "data[email]": member.email_address,
    "data[email_type]": member.email_type,
    "data[ip_opt]": visitor,
    ...(event.type === "subscribe" ? { "data[ip_signup]": visitor } : {}),
    "data[web_id]": String(member.web_id),
    ...Object.fromEntries(merges.map(([tag, value]) => [`data[merges][${tag}]`, String(value)])),
    "data[list_id]": member.list_id,
  });
}

/** The same for an address to which nothing can be sent, of which less is told. */
export function tellOfCleaning(
  desk: SandboxAccountDesk,
  member: MemberDocument,
  reason: "hard" | "abuse",
): Promise<string> {
  return send(
    desk,
    member.list_id,
    { type: "cleaned", source: "admin" },
    {
      "data[list_id]": member.list_id,
      "data[campaign_id]": "",
      "data[reason]": reason,
      "data[email]": member.email_address,
    },
  );
}

/** The same for a campaign. Its events come whatever sources a webhook asks for. */
export function tellOfCampaign(desk: SandboxAccountDesk, campaign: CampaignDocument): Promise<string> {
  return send(
    desk,
    campaign.list_id,
    { type: "campaign", source: "user" },
    {
      "data[id]": campaign.id,
      "data[subject]": campaign.settings.subject_line,
      "data[status]": campaign.status,
      "data[reason]": "",
      "data[list_id]": campaign.list_id,
    },
  );
}

async function send(
  desk: SandboxAccountDesk,
  listId: string,
  { type, source }: Event,
  data: Readonly<Record<string, string>>,
): Promise<string> {
  const firedAt = desk.now().toISOString().slice(0, 19).replace("T", " ");
  const body = new URLSearchParams({ type, fired_at: firedAt, ...data }).toString();
  const answers: string[] = [];
  for (const { data: webhook } of await desk.store.list("webhook", webhookDocument)) {
    const isWanted = webhook.events[type] && (type === "campaign" || webhook.sources[source]);
    if (webhook.list_id !== listId || !isWanted) continue;
    const { status } = await desk.send({
      url: webhook.url,
      headers: { "content-type": "application/x-www-form-urlencoded", "user-agent": "MailChimp" },
      body,
    });
    answers.push(status === null ? "nobody answered" : `it was answered with ${status}`);
  }
  return answers.length === 0 ? `No webhook asks for ${type}.` : `Sent ${type}: ${answers.join(", ")}.`;
}
