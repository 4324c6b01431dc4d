import { z } from "zod";
import { attemptDetailDto, listWebhookLogsInput } from "#lib/deliveries/schema.ts";
import { pageOf } from "#lib/listing/page.ts";
import type { Endpoint } from "#lib/transport/endpoint.ts";
import { createWebhook } from "#lib/webhooks/create-webhook.ts";
import { deleteWebhook } from "#lib/webhooks/delete-webhook.ts";
import { getWebhook } from "#lib/webhooks/get-webhook.ts";
import { listWebhookLogs } from "#lib/webhooks/list-webhook-logs.ts";
import { listWebhooks } from "#lib/webhooks/list-webhooks.ts";
import { pauseWebhook } from "#lib/webhooks/pause-webhook.ts";
import { resumeWebhook } from "#lib/webhooks/resume-webhook.ts";
import {
  createWebhookInput,
  listWebhooksInput,
  updateWebhookInput,
  webhookDto,
  webhookIdInput,
  webhookSummaryDto,
  webhookWithSecretDto,
} from "#lib/webhooks/schema.ts";
import { testWebhook, testWebhookInput } from "#lib/webhooks/test-webhook.ts";
import { updateWebhook } from "#lib/webhooks/update-webhook.ts";

const tag = "Webhooks";

export const createWebhookEndpoint = {
  method: "POST",
  path: "/api/webhooks",
  summary: "Create a webhook",
  tag,
  permission: "webhooks:write",
  input: createWebhookInput,
  output: webhookWithSecretDto,
  status: 201,
  run: createWebhook,
} satisfies Endpoint;

export const listWebhooksEndpoint = {
  method: "GET",
  path: "/api/webhooks",
  summary: "List webhooks, newest first",
  tag,
  permission: "read",
  input: listWebhooksInput,
  output: pageOf(webhookSummaryDto),
  status: 200,
  run: listWebhooks,
} satisfies Endpoint;

export const getWebhookEndpoint = {
  method: "GET",
  path: "/api/webhooks/{id}",
  summary: "One webhook; with its secret for those who may change it",
  tag,
  permission: "read",
  input: webhookIdInput,
  output: webhookDto.extend({ secret: z.string().optional() }),
  status: 200,
  run: getWebhook,
} satisfies Endpoint;

export const updateWebhookEndpoint = {
  method: "PATCH",
  path: "/api/webhooks/{id}",
  summary: "Change a webhook",
  tag,
  permission: "webhooks:write",
  input: updateWebhookInput,
  output: webhookDto,
  status: 200,
  run: updateWebhook,
} satisfies Endpoint;

export const deleteWebhookEndpoint = {
  method: "DELETE",
  path: "/api/webhooks/{id}",
  summary: "Delete a webhook; what waits for it is cancelled",
  tag,
  permission: "webhooks:write",
  input: webhookIdInput,
  output: z.object({ cancelled: z.int() }),
  status: 200,
  run: deleteWebhook,
} satisfies Endpoint;

export const testWebhookEndpoint = {
  method: "POST",
  path: "/api/webhooks/{id}/test",
  summary: "Send an example event now, and answer the attempt",
  tag,
  permission: "webhooks:write",
  input: testWebhookInput,
  output: attemptDetailDto,
  status: 200,
  run: testWebhook,
} satisfies Endpoint;

export const pauseWebhookEndpoint = {
  method: "POST",
  path: "/api/webhooks/{id}/pause",
  summary: "Hold what is sent to a webhook; events still make deliveries",
  tag,
  permission: "webhooks:write",
  input: webhookIdInput,
  output: webhookDto,
  status: 200,
  run: pauseWebhook,
} satisfies Endpoint;

export const resumeWebhookEndpoint = {
  method: "POST",
  path: "/api/webhooks/{id}/resume",
  summary: "Send what was held, the oldest first, and then what comes",
  tag,
  permission: "webhooks:write",
  input: webhookIdInput,
  output: webhookDto,
  status: 200,
  run: resumeWebhook,
} satisfies Endpoint;

export const listWebhookLogsEndpoint = {
  method: "GET",
  path: "/api/webhooks/{id}/logs",
  summary: "Attempts at a webhook, newest first",
  tag,
  permission: "read",
  input: listWebhookLogsInput,
  output: pageOf(attemptDetailDto),
  status: 200,
  run: listWebhookLogs,
} satisfies Endpoint;
