import type { Endpoint } from "#lib/transport/endpoint.ts";
import { attentionEndpoints } from "./attention.ts";
import { automationIssueEndpoints } from "./automation-issues.ts";
import { automationReplayEndpoints } from "./automation-replays.ts";
import { automationTrialEndpoints } from "./automation-trials.ts";
import { automationEndpoints } from "./automations.ts";
import { catalogueEndpoints } from "./catalogue.ts";
import { deliveryEndpoints } from "./deliveries.ts";
import { eventEndpoints } from "./events.ts";
import { integrationSyncEndpoints } from "./integration-sync.ts";
import { integrationEndpoints } from "./integrations.ts";
import { noticeEndpoints } from "./notices.ts";
import { overviewEndpoints } from "./overview.ts";
import { paymentEndpoints } from "./payments.ts";
import { recipeEndpoints } from "./recipes.ts";
import { revenueEndpoints } from "./revenue.ts";
import { runEndpoints } from "./runs.ts";
import { sandboxEndpoints } from "./sandbox.ts";
import { sandboxProviderEndpoints } from "./sandbox-providers.ts";
import { webhookEndpoints } from "./webhooks.ts";
import { zapierEndpoints } from "./zapier.ts";

/** Every operation of the HTTP API that takes a key or a session, in the order of the document. */
export const endpoints: readonly Endpoint[] = [
  overviewEndpoints,
  eventEndpoints,
  webhookEndpoints,
  deliveryEndpoints,
  automationEndpoints,
  automationTrialEndpoints,
  automationReplayEndpoints,
  runEndpoints,
  automationIssueEndpoints,
  attentionEndpoints,
  recipeEndpoints,
  catalogueEndpoints,
  integrationEndpoints,
  paymentEndpoints,
  integrationSyncEndpoints,
  revenueEndpoints,
  sandboxEndpoints,
  sandboxProviderEndpoints,
  noticeEndpoints,
  zapierEndpoints,
].flatMap<Endpoint>((domain) => Object.values(domain));
