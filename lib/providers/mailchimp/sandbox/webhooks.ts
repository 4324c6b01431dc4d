import { randomBytes } from "node:crypto";
import { z } from "zod";
import type { SandboxAccountContext, SandboxStore } from "../../sandbox-kit/contract.ts";
import { listAll, requireOne } from "../../sandbox-kit/objects.ts";
import { notFound, refuseResource } from "./answers.ts";
import { type Api, linksTo, route } from "./api.ts";
import {
  type CampaignDocument,
  type EventSource,
  type EventType,
  keyIn,
  type MemberDocument,
  type WebhookDocument,
  webhookDocument,
} from "./documents.ts";
import { requireList } from "./lists.ts";

const events = z.strictObject({
  subscribe: z.boolean().default(false),
  unsubscribe: z.boolean().default(false),
  profile: z.boolean().default(false),
  cleaned: z.boolean().default(false),
  upemail: z.boolean().default(false),
  campaign: z.boolean().default(false),
});
const sources = z.strictObject({
  user: z.boolean().default(false),
  admin: z.boolean().default(false),
  api: z.boolean().default(false),
});
const url = z.url({ protocol: /^https?$/, error: "Invalid URL" });
const newWebhook = z.strictObject({ url, events, sources });
const changedWebhook = z.strictObject({
  url: url.optional(),
  events: events.partial().optional(),
  sources: sources.partial().optional(),
});

const path = "/lists/(?<list>[^/]+)/webhooks";
const itemPath = `${path}/(?<webhook>[^/]+)`;

/** https://mailchimp.com/developer/marketing/api/list-webhooks/ */
export const webhookRoutes = [
  route("GET", path, async (api) => {
    const list = await requireList(api);
    const webhooks = await listWebhooks(api.context.store, list.id);
    return {
      webhooks: webhooks.map(presentWebhook),
      list_id: list.id,
      total_items: webhooks.length,
      _links: linksTo(toCollection(list.id), { path: `/lists/${list.id}`, schema: "Lists/Response" }),
    };
  }),
  route("POST", path, async (api) => {
    const list = await requireList(api);
    const body = api.body(newWebhook);
    await requireFreeUrl(api.context.store, list.id, body.url, null);
    const webhook = { id: randomBytes(5).toString("hex"), list_id: list.id, ...body };
    await api.context.store.put("webhook", keyIn(list.id, webhook.id), webhook);
    return presentWebhook(webhook);
  }),
  route("PATCH", itemPath, async (api) => {
    const known = await requireWebhook(api);
    const body = api.body(changedWebhook);
    if (body.url) await requireFreeUrl(api.context.store, known.list_id, body.url, known.id);
    const webhook = {
      ...known,
      url: body.url ?? known.url,
      events: { ...known.events, ...body.events },
      sources: { ...known.sources, ...body.sources },
    };
    await api.context.store.put("webhook", keyIn(known.list_id, known.id), webhook);
    return presentWebhook(webhook);
  }),
  route("DELETE", itemPath, async (api) => {
    const { list_id, id } = await requireWebhook(api);
    await api.context.store.remove("webhook", keyIn(list_id, id));
    return undefined;
  }),
];

function presentWebhook(webhook: WebhookDocument) {
  const collection = toCollection(webhook.list_id);
  const self = { path: `${collection.path}/${webhook.id}`, schema: "Lists/Webhooks/Response" };
  return { ...webhook, _links: linksTo(self, collection) };
}

function toCollection(listId: string) {
  return { path: `/lists/${listId}/webhooks`, schema: "Lists/Webhooks/CollectionResponse" };
}

async function listWebhooks(store: SandboxStore, listId: string): Promise<WebhookDocument[]> {
  return (await listAll(store, "webhook", webhookDocument)).filter(({ list_id }) => list_id === listId);
}

async function requireWebhook(api: Api): Promise<WebhookDocument> {
  const list = await requireList(api);
  const key = keyIn(list.id, api.part("webhook"));
  return requireOne(api.context.store, "webhook", key, webhookDocument, notFound);
}

/** Two addresses that differ in their query only count as one. */
async function requireFreeUrl(
  store: SandboxStore,
  listId: string,
  address: string,
  ownId: string | null,
): Promise<void> {
  const toPlace = (text: string) => `${new URL(text).origin}${new URL(text).pathname}`;
  const others = (await listWebhooks(store, listId)).filter(({ id }) => id !== ownId);
  if (!others.some((other) => toPlace(other.url) === toPlace(address))) return;
  const message = "Sorry, you can't set up multiple WebHooks for one URL";
  throw refuseResource([{ field: "url", message }]);
}

/** From where people sign up and confirm. */
const visitor = "192.0.2.17";

type Event = { type: EventType; source: EventSource };

/**
 * Tells an audience's webhooks what happened to a contact:
 * https://mailchimp.com/developer/marketing/guides/sync-audience-data-webhooks/
 * @returns how often it was answered well, in words
 */
export function tellWebhooks(
  context: SandboxAccountContext,
  member: MemberDocument,
  event: Event,
  further: Readonly<Record<string, string>> = {},
): Promise<string> {
  const merges = Object.entries({ EMAIL: member.email_address, ...member.merge_fields });
  return send(context, member.list_id, event, {
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
  context: SandboxAccountContext,
  member: MemberDocument,
  reason: "hard" | "abuse",
): Promise<string> {
  return send(
    context,
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
export function tellOfCampaign(context: SandboxAccountContext, campaign: CampaignDocument): Promise<string> {
  return send(
    context,
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
  context: SandboxAccountContext,
  listId: string,
  { type, source }: Event,
  data: Readonly<Record<string, string>>,
): Promise<string> {
  const firedAt = context.now().toISOString().slice(0, 19).replace("T", " ");
  const body = new URLSearchParams({ type, fired_at: firedAt, ...data }).toString();
  const answers: string[] = [];
  const webhooks = await listWebhooks(context.store, listId);
  await context.afterwards(async (send) => {
    for (const webhook of webhooks) {
      const isWanted = webhook.events[type] && (type === "campaign" || webhook.sources[source]);
      if (!isWanted) continue;
      const { status } = await send({
        url: webhook.url,
        headers: { "content-type": "application/x-www-form-urlencoded", "user-agent": "MailChimp" },
        body,
      });
      answers.push(status === null ? "nobody answered" : `it was answered with ${status}`);
    }
  });
  return answers.length === 0 ? `No webhook asks for ${type}.` : `Sent ${type}: ${answers.join(", ")}.`;
}
