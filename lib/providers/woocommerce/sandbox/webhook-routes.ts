import type { SandboxRoute } from "../../sandbox-kit/contract.ts";
import { apiRoute } from "./api-route.ts";
import { itemReply, pageReply } from "./collection.ts";
import { webhookDocument } from "./documents.ts";
import { readBoolean, readIntegers, readObjects } from "./parameters.ts";
import { restError } from "./replies.ts";
import { createWebhook, deleteWebhook, presentWebhook, requireWebhook, updateWebhook } from "./webhooks.ts";

/** https://woocommerce.github.io/woocommerce-rest-api-docs/#webhooks */
export const webhookRoutes: readonly SandboxRoute[] = [
  apiRoute("GET", "webhooks", async (shop, { query }) => {
    const webhooks = await shop.desk.store.list("webhook", webhookDocument);
    return pageReply(
      query,
      webhooks.reverse().map(({ id, data }) => presentWebhook(shop, id, data)),
    );
  }),
  apiRoute("POST", "webhooks", async (shop, { query, body }) => {
    return itemReply(query, await createWebhook(shop, body), 201);
  }),
  apiRoute("POST", "webhooks/batch", async (shop, { body }) => {
    const done: Record<"create" | "update" | "delete", Record<string, unknown>[]> = {
      create: [],
      update: [],
      delete: [],
    };
    for (const item of readObjects(body.create, "create")) done.create.push(await createWebhook(shop, item));
    for (const item of readObjects(body.update, "update")) {
      done.update.push(await updateWebhook(shop, String(item.id), item));
    }
    for (const id of readIntegers(body.delete, "delete")) {
      done.delete.push(await deleteWebhook(shop, String(id)));
    }
    const json = Object.fromEntries(Object.entries(done).filter(([, items]) => items.length > 0));
    // PHP writes an empty array as a list.
    return { status: 200, json: Object.keys(json).length > 0 ? json : [] };
  }),
  apiRoute("GET", "webhooks/(?<id>\\d+)", async (shop, { query, groups }) => {
    const { id, webhook } = await requireWebhook(shop, groups.id, 404);
    return itemReply(query, presentWebhook(shop, id, webhook));
  }),
  apiRoute("PUT", "webhooks/(?<id>\\d+)", async (shop, { query, groups, body }) => {
    return itemReply(query, await updateWebhook(shop, groups.id, body));
  }),
  apiRoute("DELETE", "webhooks/(?<id>\\d+)", async (shop, { query, groups }) => {
    if (!readBoolean(query.get("force"), "force")) {
      // A shop says 501, which a sandbox keeps for what it was told to break.
      return restError(400, "woocommerce_rest_trash_not_supported", "Webhooks do not support trashing.");
    }
    return itemReply(query, await deleteWebhook(shop, groups.id));
  }),
];
