import { z } from "zod";
import { defineEventType } from "./define.ts";
import { reference } from "./fields.ts";

const delivery = {
  deliveryId: reference.describe("The delivery that ended"),
  eventId: reference.describe("The event that was delivered"),
  eventType: z.string().describe("Its type"),
  webhookId: reference.describe("The webhook it went to"),
  url: z.string().describe("The webhook's address"),
  attempts: z.int().min(0).describe("How many attempts there were"),
  statusCode: z.int().nullable().describe("HTTP status of the last answer; null where there was none"),
};

export const webhookTriggered = defineEventType({
  type: "webhook.triggered",
  version: 1,
  formerTopic: "WEBHOOK_TRIGGERED",
  source: "patchbay",
  group: "Webhooks",
  title: "Webhook delivered",
  description: "One of your webhooks received an event and accepted it.",
  schema: z.strictObject(delivery),
  example: {
    deliveryId: "dlv_0199c0f3a1b2c3d4e5f60718293a4b5c",
    eventId: "evt_0199c0f3a1b27e4d91ab44f0c2d3e4f5",
    eventType: "order.paid",
    webhookId: "wh_0199bf00112233445566778899aabbcc",
    url: "https://pos.trattoria.example/hooks",
    attempts: 1,
    statusCode: 204,
  },
});

export const webhookFailed = defineEventType({
  type: "webhook.failed",
  version: 1,
  formerTopic: "WEBHOOK_FAILED",
  source: "patchbay",
  group: "Webhooks",
  title: "Delivery failed for good",
  description: "A delivery to one of your webhooks failed for good.",
  schema: z.strictObject({
    ...delivery,
    reason: z.string().describe("Why it was given up, in plain words"),
    isWebhookDisabled: z.boolean().describe("The webhook was switched off with it"),
  }),
  example: {
    deliveryId: "dlv_0199c0f3a1b2c3d4e5f60718293a4b5c",
    eventId: "evt_0199c0f3a1b27e4d91ab44f0c2d3e4f5",
    eventType: "order.paid",
    webhookId: "wh_0199bf00112233445566778899aabbcc",
    url: "https://pos.trattoria.example/hooks",
    attempts: 8,
    statusCode: 500,
    reason: "The endpoint answered 500 at each of 8 attempts.",
    isWebhookDisabled: false,
  },
});

const integration = {
  integrationId: reference.describe("The connection"),
  provider: z.string().describe("The app, such as slack"),
  account: z.string().nullable().describe("Name of the account at the app; null where it has none"),
};

export const integrationConnected = defineEventType({
  type: "integration.connected",
  version: 1,
  formerTopic: "INTEGRATION_CONNECTED",
  source: "patchbay",
  group: "Integrations",
  title: "App connected",
  description: "An app was connected, or connected again.",
  schema: z.strictObject(integration),
  example: {
    integrationId: "int_0199c0f3a1b2c3d4e5f60718293a4b5c",
    provider: "slack",
    account: "Trattoria Ana",
  },
});

export const integrationError = defineEventType({
  type: "integration.error",
  version: 1,
  formerTopic: "INTEGRATION_ERROR",
  source: "patchbay",
  group: "Integrations",
  title: "App needs attention",
  description: "A connected app stopped working and needs you.",
  schema: z.strictObject({
    ...integration,
    cause: z.string().describe("What is wrong, in one word"),
    message: z.string().describe("What is wrong and what to do, in plain words"),
  }),
  example: {
    integrationId: "int_0199c0f3a1b2c3d4e5f60718293a4b5c",
    provider: "slack",
    account: "Trattoria Ana",
    cause: "revoked",
    message: "Slack no longer accepts our access. Connect it again.",
  },
});
