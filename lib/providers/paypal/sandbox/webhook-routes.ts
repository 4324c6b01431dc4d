import { z } from "zod";
import { Refused } from "../../sandbox-kit/api.ts";
import type { SandboxAccountContext, SandboxReply } from "../../sandbox-kit/contract.ts";
import { notFound, problem } from "./answers.ts";
import { apiRoute, readEnvironment } from "./api.ts";
import { newId, type WebhookDocument, webhookDocument } from "./documents.ts";

const path = "/v1/notifications/webhooks";
const one = `${path}/(?<id>[A-Z0-9]+)`;
const maxWebhooks = 10;

const eventTypes = z
  .array(z.looseObject({ name: z.string().min(1) }))
  .min(1)
  .max(500);
const webhookBody = z.looseObject({ url: z.url().max(2_048), event_types: eventTypes });
const patchBody = z
  .array(
    z.discriminatedUnion("path", [
      z.looseObject({ op: z.literal("replace"), path: z.literal("/url"), value: z.url().max(2_048) }),
      z.looseObject({ op: z.literal("replace"), path: z.literal("/event_types"), value: eventTypes }),
    ]),
  )
  .min(1);

/** https://developer.paypal.com/docs/api/webhooks/v1/ */
export const webhookRoutes = [
  apiRoute("GET", path, async ({ store }) => {
    const webhooks = await store.list("webhook", webhookDocument);
    return { status: 200, json: { webhooks: webhooks.map(({ id, data }) => present(id, data)) } };
  }),
  apiRoute("POST", path, async (context, request) => {
    const asked = webhookBody.safeParse(request.json);
    if (!asked.success) return validationError();
    const { url, event_types } = asked.data;
    const known = await context.store.list("webhook", webhookDocument);
    if (known.some(({ data }) => data.url === url)) {
      return problem(400, "WEBHOOK_URL_ALREADY_EXISTS", "Webhook URL already exists");
    }
    if (known.length >= maxWebhooks) {
      return problem(400, "WEBHOOK_NUMBER_LIMIT_EXCEEDED", "Webhook number limit exceeded");
    }
    const id = newId(17);
    const host = readEnvironment(request) === "sandbox" ? "api.sandbox.paypal.com" : "api.paypal.com";
    const webhook = { url, eventTypes: event_types.map(({ name }) => name), host } satisfies WebhookDocument;
    await context.store.put("webhook", id, webhook);
    return { status: 201, json: present(id, webhook) };
  }),
  apiRoute("PATCH", one, async (context, { groups, json }) => {
    const asked = patchBody.safeParse(json);
    if (!asked.success) return validationError();
    let { id, webhook } = await requireWebhook(context, groups.id);
    for (const change of asked.data) {
      webhook =
        change.path === "/url"
          ? { ...webhook, url: change.value }
          : { ...webhook, eventTypes: change.value.map(({ name }) => name) };
    }
    await context.store.put("webhook", id, webhook);
    return { status: 200, json: present(id, webhook) };
  }),
  apiRoute("DELETE", one, async (context, { groups }): Promise<SandboxReply> => {
    const { id } = await requireWebhook(context, groups.id);
    await context.store.remove("webhook", id);
    return { status: 204 };
  }),
];

async function requireWebhook({ store }: SandboxAccountContext, id = "") {
  const webhook = await store.get("webhook", id, webhookDocument);
  if (webhook) return { id, webhook };
  throw new Refused({ ...notFound(), status: 404 });
}

function validationError(): SandboxReply {
  return problem(400, "VALIDATION_ERROR", "Invalid data provided");
}

function present(id: string, webhook: WebhookDocument) {
  const href = `https://api.paypal.com${path}/${id}`;
  return {
    id,
    url: webhook.url,
    event_types: webhook.eventTypes.map((name) => ({ name, description: name, status: "ENABLED" })),
    links: [
      { href, rel: "self", method: "GET" },
      { href, rel: "update", method: "PATCH" },
      { href, rel: "delete", method: "DELETE" },
    ],
  };
}
