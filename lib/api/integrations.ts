import { checkIntegration } from "#lib/integrations/check-integration.ts";
import { connectWithKeys } from "#lib/integrations/connect/connect-with-keys.ts";
import { disconnect } from "#lib/integrations/disconnect.ts";
import { getIntegration } from "#lib/integrations/get-integration.ts";
import { listCalls } from "#lib/integrations/list-calls.ts";
import { listIntegrations } from "#lib/integrations/list-integrations.ts";
import { listResource } from "#lib/integrations/list-resource.ts";
import { previewDisconnect } from "#lib/integrations/preview-disconnect.ts";
import { runIntegrationAction } from "#lib/integrations/run-action.ts";
import {
  actionResultDto,
  callDto,
  connectWithKeysInput,
  disconnectedDto,
  disconnectPreviewDto,
  integrationDetailDto,
  integrationDto,
  integrationIdInput,
  listCallsInput,
  listIntegrationsInput,
  listResourceInput,
  listUnreadInput,
  resourcePageDto,
  runActionInput,
  unreadPageDto,
} from "#lib/integrations/schema.ts";
import { listUnread } from "#lib/integrations/unread/list-unread.ts";
import { pageOf } from "#lib/listing/page.ts";
import type { Endpoint } from "#lib/transport/endpoint.ts";
import { anyActionInput } from "./action-schemas.ts";

const tag = "Integrations";

export const listIntegrationsEndpoint = {
  method: "GET",
  path: "/api/integrations",
  summary: "Connections to apps, newest first",
  tag,
  permission: "read",
  input: listIntegrationsInput,
  output: pageOf(integrationDto),
  status: 200,
  run: listIntegrations,
} satisfies Endpoint;

export const connectWithKeysEndpoint = {
  method: "POST",
  path: "/api/integrations",
  summary: "Connect an app by keys; apps with a consent page are connected at /api/oauth/{provider}/install",
  tag,
  permission: "integrations:write",
  input: connectWithKeysInput,
  output: integrationDto,
  status: 201,
  run: connectWithKeys,
} satisfies Endpoint;

export const getIntegrationEndpoint = {
  method: "GET",
  path: "/api/integrations/{id}",
  summary: "One connection, with what is wrong with it and the automations that use it",
  tag,
  permission: "read",
  input: integrationIdInput,
  output: integrationDetailDto,
  status: 200,
  run: getIntegration,
} satisfies Endpoint;

export const disconnectEndpoint = {
  method: "DELETE",
  path: "/api/integrations/{id}",
  summary: "Disconnect: gives the access back at the app, forgets secrets and copies",
  tag,
  permission: "integrations:write",
  input: integrationIdInput,
  output: disconnectedDto,
  status: 200,
  run: disconnect,
} satisfies Endpoint;

export const previewDisconnectEndpoint = {
  method: "GET",
  path: "/api/integrations/{id}/disconnect-preview",
  summary: "What disconnecting would stop, delete and keep",
  tag,
  permission: "read",
  input: integrationIdInput,
  output: disconnectPreviewDto,
  status: 200,
  run: previewDisconnect,
} satisfies Endpoint;

export const checkIntegrationEndpoint = {
  method: "POST",
  path: "/api/integrations/{id}/check",
  summary: "Ask the app now whether the connection works",
  tag,
  permission: "integrations:write",
  input: integrationIdInput,
  output: integrationDto,
  status: 200,
  run: checkIntegration,
} satisfies Endpoint;

export const listCallsEndpoint = {
  method: "GET",
  path: "/api/integrations/{id}/activity",
  summary: "What was asked of the app, and what it told us, newest first",
  tag,
  permission: "read",
  input: listCallsInput,
  output: pageOf(callDto),
  status: 200,
  run: listCalls,
} satisfies Endpoint;

export const runActionEndpoint = {
  method: "POST",
  path: "/api/integrations/{id}/actions/{action}",
  summary: "Make the app do something now; the body is the action's input, as the catalogue describes it",
  tag,
  permission: "integrations:write",
  input: runActionInput,
  output: actionResultDto,
  status: 200,
  bodyField: "input",
  bodySchema: anyActionInput,
  run: runIntegrationAction,
} satisfies Endpoint;

export const listResourceEndpoint = {
  method: "GET",
  path: "/api/integrations/{id}/resources/{resource}",
  summary: "What the account holds: channels, spreadsheets, products, orders",
  tag,
  permission: "read",
  input: listResourceInput,
  output: resourcePageDto,
  status: 200,
  run: listResource,
} satisfies Endpoint;

export const listUnreadEndpoint = {
  method: "GET",
  path: "/api/integrations/{id}/unread",
  summary: "Records of the account that could not be read, with the reason; a readable version replaces each",
  tag,
  permission: "read",
  input: listUnreadInput,
  output: unreadPageDto,
  status: 200,
  run: listUnread,
} satisfies Endpoint;
