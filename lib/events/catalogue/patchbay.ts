import { z } from "zod";
import { eventTexts as t } from "#lib/words/en/definitions/event-texts.ts";
import { defineEventType, told } from "./define.ts";
import { reference } from "./fields.ts";

const delivery = {
  deliveryId: reference.meta(told(() => t("delivery_delivery_id"))),
  eventId: reference.meta(told(() => t("delivery_event_id"))),
  eventType: z.string().meta(told(() => t("delivery_event_type"))),
  webhookId: reference.meta(told(() => t("delivery_webhook_id"))),
  url: z.string().meta(told(() => t("delivery_url"))),
  attempts: z
    .int()
    .min(0)
    .meta(told(() => t("delivery_attempts"))),
  statusCode: z
    .int()
    .nullable()
    .meta(told(() => t("delivery_status_code"))),
};

export const webhookTriggered = defineEventType({
  type: "webhook.triggered",
  version: 1,
  formerTopic: "WEBHOOK_TRIGGERED",
  source: "patchbay",
  get group() {
    return t("group_webhooks");
  },
  get title() {
    return t("webhook_triggered_title");
  },
  get description() {
    return t("webhook_triggered_description");
  },
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
  get group() {
    return t("group_webhooks");
  },
  get title() {
    return t("webhook_failed_title");
  },
  get description() {
    return t("webhook_failed_description");
  },
  schema: z.strictObject({
    ...delivery,
    reason: z.string().meta(told(() => t("webhook_failed_reason"))),
    isWebhookDisabled: z.boolean().meta(told(() => t("webhook_failed_is_webhook_disabled"))),
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
  integrationId: reference.meta(told(() => t("integration_integration_id"))),
  provider: z.string().meta(told(() => t("integration_provider"))),
  account: z
    .string()
    .nullable()
    .meta(told(() => t("integration_account"))),
};

export const integrationConnected = defineEventType({
  type: "integration.connected",
  version: 1,
  formerTopic: "INTEGRATION_CONNECTED",
  source: "patchbay",
  get group() {
    return t("group_integrations");
  },
  get title() {
    return t("integration_connected_title");
  },
  get description() {
    return t("integration_connected_description");
  },
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
  get group() {
    return t("group_integrations");
  },
  get title() {
    return t("integration_error_title");
  },
  get description() {
    return t("integration_error_description");
  },
  schema: z.strictObject({
    ...integration,
    cause: z.string().meta(told(() => t("integration_error_cause"))),
    message: z.string().meta(told(() => t("integration_error_message"))),
  }),
  example: {
    integrationId: "int_0199c0f3a1b2c3d4e5f60718293a4b5c",
    provider: "slack",
    account: "Trattoria Ana",
    cause: "revoked",
    message: "Slack no longer accepts our access. Connect it again.",
  },
});
