import type { Endpoint } from "#lib/transport/endpoint.ts";
import { getCatalogueEntryEndpoint, listCatalogueEndpoint } from "./catalogue.ts";
import {
  cancelDeliveryEndpoint,
  getDeliveryEndpoint,
  listDeliveriesEndpoint,
  retryDeliveryEndpoint,
} from "./deliveries.ts";
import { acceptEventsEndpoint, getEventEndpoint, listEventsEndpoint } from "./events.ts";
import { getOverviewEndpoint } from "./overview.ts";
import { listInboxesEndpoint, listInboxRequestsEndpoint, updateInboxEndpoint } from "./sandbox.ts";
import {
  createWebhookEndpoint,
  deleteWebhookEndpoint,
  getWebhookEndpoint,
  listWebhookLogsEndpoint,
  listWebhooksEndpoint,
  testWebhookEndpoint,
  updateWebhookEndpoint,
} from "./webhooks.ts";

/** Every operation of the HTTP API that takes a key or a session. */
export const endpoints: readonly Endpoint[] = [
  getOverviewEndpoint,
  acceptEventsEndpoint,
  listEventsEndpoint,
  getEventEndpoint,
  createWebhookEndpoint,
  listWebhooksEndpoint,
  getWebhookEndpoint,
  updateWebhookEndpoint,
  deleteWebhookEndpoint,
  testWebhookEndpoint,
  listWebhookLogsEndpoint,
  listDeliveriesEndpoint,
  getDeliveryEndpoint,
  retryDeliveryEndpoint,
  cancelDeliveryEndpoint,
  listCatalogueEndpoint,
  getCatalogueEntryEndpoint,
  listInboxesEndpoint,
  updateInboxEndpoint,
  listInboxRequestsEndpoint,
];
