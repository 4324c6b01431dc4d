import type { Endpoint } from "#lib/transport/endpoint.ts";
import { confirmAttentionEndpoint, listAttentionEndpoint } from "./attention.ts";
import { listAutomationIssuesEndpoint, repairIssueEndpoint } from "./automation-issues.ts";
import { automationReplays } from "./automation-replays.ts";
import { automationTrials } from "./automation-trials.ts";
import {
  createAutomationEndpoint,
  deleteAutomationEndpoint,
  getAutomationEndpoint,
  listAutomationsEndpoint,
  listVersionsEndpoint,
  pauseAutomationEndpoint,
  publishAutomationEndpoint,
  restoreVersionEndpoint,
  resumeAutomationEndpoint,
  updateAutomationEndpoint,
} from "./automations.ts";
import { getCatalogueEntryEndpoint, listCatalogueEndpoint } from "./catalogue.ts";
import {
  cancelDeliveryEndpoint,
  getDeliveryEndpoint,
  listDeliveriesEndpoint,
  retryDeliveryEndpoint,
} from "./deliveries.ts";
import { acceptEventsEndpoint, getEventEndpoint, listEventsEndpoint } from "./events.ts";
import {
  cancelSyncEndpoint,
  listRecordsEndpoint,
  listSyncJobsEndpoint,
  startSyncEndpoint,
} from "./integration-sync.ts";
import {
  checkIntegrationEndpoint,
  connectWithKeysEndpoint,
  disconnectEndpoint,
  getIntegrationEndpoint,
  listCallsEndpoint,
  listIntegrationsEndpoint,
  listResourceEndpoint,
  listUnreadEndpoint,
  previewDisconnectEndpoint,
  runActionEndpoint,
} from "./integrations.ts";
import { listNoticesEndpoint } from "./notices.ts";
import { getOverviewEndpoint } from "./overview.ts";
import { takingPayments } from "./payments.ts";
import { getRecipeEndpoint, installRecipeEndpoint, listRecipesEndpoint } from "./recipes.ts";
import { revenueReports } from "./revenue.ts";
import {
  approveStepEndpoint,
  decideStepEndpoint,
  getRunEndpoint,
  listRunsEndpoint,
  rejectStepEndpoint,
} from "./runs.ts";
import { listInboxesEndpoint, listInboxRequestsEndpoint, updateInboxEndpoint } from "./sandbox.ts";
import {
  addFaultEndpoint,
  clearFaultsEndpoint,
  getSandboxStateEndpoint,
  listSandboxCallsEndpoint,
  listSandboxObjectsEndpoint,
  listSandboxProvidersEndpoint,
  runSandboxCommandEndpoint,
} from "./sandbox-providers.ts";
import {
  createWebhookEndpoint,
  deleteWebhookEndpoint,
  getWebhookEndpoint,
  listWebhookLogsEndpoint,
  listWebhooksEndpoint,
  pauseWebhookEndpoint,
  resumeWebhookEndpoint,
  testWebhookEndpoint,
  updateWebhookEndpoint,
} from "./webhooks.ts";
import {
  getZapierAccountEndpoint,
  listZapierHooksEndpoint,
  listZapierSamplesEndpoint,
  subscribeZapierHookEndpoint,
  unsubscribeZapierHookEndpoint,
} from "./zapier.ts";

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
  pauseWebhookEndpoint,
  resumeWebhookEndpoint,
  listWebhookLogsEndpoint,
  listDeliveriesEndpoint,
  getDeliveryEndpoint,
  retryDeliveryEndpoint,
  cancelDeliveryEndpoint,
  createAutomationEndpoint,
  listAutomationsEndpoint,
  getAutomationEndpoint,
  updateAutomationEndpoint,
  deleteAutomationEndpoint,
  publishAutomationEndpoint,
  pauseAutomationEndpoint,
  resumeAutomationEndpoint,
  listVersionsEndpoint,
  restoreVersionEndpoint,
  ...automationTrials,
  ...automationReplays,
  listRunsEndpoint,
  getRunEndpoint,
  approveStepEndpoint,
  rejectStepEndpoint,
  decideStepEndpoint,
  listAutomationIssuesEndpoint,
  repairIssueEndpoint,
  listAttentionEndpoint,
  confirmAttentionEndpoint,
  listRecipesEndpoint,
  getRecipeEndpoint,
  installRecipeEndpoint,
  listCatalogueEndpoint,
  getCatalogueEntryEndpoint,
  listIntegrationsEndpoint,
  connectWithKeysEndpoint,
  getIntegrationEndpoint,
  disconnectEndpoint,
  previewDisconnectEndpoint,
  checkIntegrationEndpoint,
  listCallsEndpoint,
  runActionEndpoint,
  listResourceEndpoint,
  listUnreadEndpoint,
  ...takingPayments,
  startSyncEndpoint,
  cancelSyncEndpoint,
  listSyncJobsEndpoint,
  listRecordsEndpoint,
  ...revenueReports,
  listInboxesEndpoint,
  updateInboxEndpoint,
  listInboxRequestsEndpoint,
  listSandboxProvidersEndpoint,
  getSandboxStateEndpoint,
  listSandboxObjectsEndpoint,
  listSandboxCallsEndpoint,
  addFaultEndpoint,
  clearFaultsEndpoint,
  runSandboxCommandEndpoint,
  listNoticesEndpoint,
  getZapierAccountEndpoint,
  subscribeZapierHookEndpoint,
  listZapierHooksEndpoint,
  unsubscribeZapierHookEndpoint,
  listZapierSamplesEndpoint,
];
