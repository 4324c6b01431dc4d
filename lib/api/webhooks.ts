import type { Endpoint } from "#lib/transport/endpoint.ts";
import { createWebhook } from "#lib/webhooks/create-webhook.ts";
import { deleteWebhook } from "#lib/webhooks/delete-webhook.ts";
import { getWebhook } from "#lib/webhooks/get-webhook.ts";
import { listWebhookLogs } from "#lib/webhooks/list-webhook-logs.ts";
import { listWebhooks } from "#lib/webhooks/list-webhooks.ts";
import { pauseWebhook } from "#lib/webhooks/pause-webhook.ts";
import { resumeWebhook } from "#lib/webhooks/resume-webhook.ts";
import { testWebhook } from "#lib/webhooks/test-webhook.ts";
import { updateWebhook } from "#lib/webhooks/update-webhook.ts";

const tag = "Webhooks";

export const webhookEndpoints = {
  createWebhook: {
    method: "POST",
    path: "/api/webhooks",
    summary: "Create a webhook",
    tag,
    verb: createWebhook,
    status: 201,
  },
  listWebhooks: {
    method: "GET",
    path: "/api/webhooks",
    summary: "List webhooks, newest first",
    tag,
    verb: listWebhooks,
    status: 200,
  },
  getWebhook: {
    method: "GET",
    path: "/api/webhooks/{id}",
    summary: "One webhook; with its secret for those who may change it",
    tag,
    verb: getWebhook,
    status: 200,
  },
  updateWebhook: {
    method: "PATCH",
    path: "/api/webhooks/{id}",
    summary: "Change a webhook",
    tag,
    verb: updateWebhook,
    status: 200,
  },
  deleteWebhook: {
    method: "DELETE",
    path: "/api/webhooks/{id}",
    summary: "Delete a webhook; what waits for it is cancelled",
    tag,
    verb: deleteWebhook,
    status: 200,
  },
  testWebhook: {
    method: "POST",
    path: "/api/webhooks/{id}/test",
    summary: "Send an example event now, and answer the attempt",
    tag,
    verb: testWebhook,
    status: 200,
  },
  pauseWebhook: {
    method: "POST",
    path: "/api/webhooks/{id}/pause",
    summary: "Hold what is sent to a webhook; events still make deliveries",
    tag,
    verb: pauseWebhook,
    status: 200,
  },
  resumeWebhook: {
    method: "POST",
    path: "/api/webhooks/{id}/resume",
    summary: "Send what was held, the oldest first, and then what comes",
    tag,
    verb: resumeWebhook,
    status: 200,
  },
  listWebhookLogs: {
    method: "GET",
    path: "/api/webhooks/{id}/logs",
    summary: "Attempts at a webhook, newest first",
    tag,
    verb: listWebhookLogs,
    status: 200,
  },
} satisfies Record<string, Endpoint>;
