import { randomBytes } from "node:crypto";
import { z } from "zod";
import type { SandboxRoute, SandboxStore } from "../../sandbox-kit/contract.ts";
import { type Api, apiRoute } from "./api-route.ts";
import { keyIn, type WebhookDocument, webhookDocument } from "./documents.ts";
import { linksTo } from "./links.ts";
import { requireList } from "./list-routes.ts";
import { notFound, refuseResource } from "./replies.ts";

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
export const webhookRoutes: readonly SandboxRoute[] = [
  apiRoute("GET", path, async (api) => {
    const list = await requireList(api);
    const webhooks = await listWebhooks(api.desk.store, list.id);
    return {
      webhooks: webhooks.map(presentWebhook),
      list_id: list.id,
      total_items: webhooks.length,
      _links: linksTo(collectionOf(list.id), { path: `/lists/${list.id}`, schema: "Lists/Response" }),
    };
  }),
  apiRoute("POST", path, async (api) => {
    const list = await requireList(api);
    const body = api.body(newWebhook);
    await requireFreeUrl(api.desk.store, list.id, body.url, null);
    const webhook = { id: randomBytes(5).toString("hex"), list_id: list.id, ...body };
    await api.desk.store.put("webhook", keyIn(list.id, webhook.id), webhook);
    return presentWebhook(webhook);
  }),
  apiRoute("PATCH", itemPath, async (api) => {
    const known = await requireWebhook(api);
    const body = api.body(changedWebhook);
    if (body.url) await requireFreeUrl(api.desk.store, known.list_id, body.url, known.id);
    const webhook = {
      ...known,
      url: body.url ?? known.url,
      events: { ...known.events, ...body.events },
      sources: { ...known.sources, ...body.sources },
    };
    await api.desk.store.put("webhook", keyIn(known.list_id, known.id), webhook);
    return presentWebhook(webhook);
  }),
  apiRoute("DELETE", itemPath, async (api) => {
    const { list_id, id } = await requireWebhook(api);
    await api.desk.store.remove("webhook", keyIn(list_id, id));
    return undefined;
  }),
];

function presentWebhook(webhook: WebhookDocument) {
  const collection = collectionOf(webhook.list_id);
  const self = { path: `${collection.path}/${webhook.id}`, schema: "Lists/Webhooks/Response" };
  return { ...webhook, _links: linksTo(self, collection) };
}

function collectionOf(listId: string) {
  return { path: `/lists/${listId}/webhooks`, schema: "Lists/Webhooks/CollectionResponse" };
}

async function listWebhooks(store: SandboxStore, listId: string): Promise<WebhookDocument[]> {
  const webhooks = await store.list("webhook", webhookDocument);
  return webhooks.map(({ data }) => data).filter(({ list_id }) => list_id === listId);
}

async function requireWebhook(api: Api): Promise<WebhookDocument> {
  const list = await requireList(api);
  const webhook = await api.desk.store.get("webhook", keyIn(list.id, api.part("webhook")), webhookDocument);
  if (!webhook) throw notFound();
  return webhook;
}

/** Two addresses that differ in their query only count as one. */
async function requireFreeUrl(
  store: SandboxStore,
  listId: string,
  address: string,
  ownId: string | null,
): Promise<void> {
  const placeOf = (text: string) => `${new URL(text).origin}${new URL(text).pathname}`;
  const others = (await listWebhooks(store, listId)).filter(({ id }) => id !== ownId);
  if (!others.some((other) => placeOf(other.url) === placeOf(address))) return;
  const message = "Sorry, you can't set up multiple WebHooks for one URL";
  throw refuseResource([{ field: "url", message }]);
}
