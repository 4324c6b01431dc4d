import { checkIntegration } from "#lib/integrations/check-integration.ts";
import { connectWithKeys } from "#lib/integrations/connect/connect-with-keys.ts";
import { disconnect } from "#lib/integrations/disconnect.ts";
import { getIntegration } from "#lib/integrations/get-integration.ts";
import { listCalls } from "#lib/integrations/list-calls.ts";
import { listIntegrations } from "#lib/integrations/list-integrations.ts";
import { listResource } from "#lib/integrations/list-resource.ts";
import { previewDisconnect } from "#lib/integrations/preview-disconnect.ts";
import { runIntegrationAction } from "#lib/integrations/run-action.ts";
import { listUnread } from "#lib/integrations/unread/list-unread.ts";
import type { Endpoint } from "#lib/transport/endpoint.ts";
import { anyActionInput } from "./action-schemas.ts";

const tag = "Integrations";

export const integrationEndpoints = {
  listIntegrations: {
    method: "GET",
    path: "/api/integrations",
    summary: "Connections to apps, newest first",
    tag,
    verb: listIntegrations,
    status: 200,
  },
  connectWithKeys: {
    method: "POST",
    path: "/api/integrations",
    summary:
      "Connect an app by keys; apps with a consent page are connected at /api/oauth/{provider}/install",
    tag,
    verb: connectWithKeys,
    status: 201,
  },
  getIntegration: {
    method: "GET",
    path: "/api/integrations/{id}",
    summary: "One connection, with what is wrong with it and the automations that use it",
    tag,
    verb: getIntegration,
    status: 200,
  },
  disconnect: {
    method: "DELETE",
    path: "/api/integrations/{id}",
    summary: "Disconnect: gives the access back at the app, forgets secrets and copies",
    tag,
    verb: disconnect,
    status: 200,
  },
  previewDisconnect: {
    method: "GET",
    path: "/api/integrations/{id}/disconnect-preview",
    summary: "What disconnecting would stop, delete and keep",
    tag,
    verb: previewDisconnect,
    status: 200,
  },
  checkIntegration: {
    method: "POST",
    path: "/api/integrations/{id}/check",
    summary: "Ask the app now whether the connection works",
    tag,
    verb: checkIntegration,
    status: 200,
  },
  listCalls: {
    method: "GET",
    path: "/api/integrations/{id}/activity",
    summary: "What was asked of the app, and what it told us, newest first",
    tag,
    verb: listCalls,
    status: 200,
  },
  runAction: {
    method: "POST",
    path: "/api/integrations/{id}/actions/{action}",
    summary: "Make the app do something now; the body is the action's input, as the catalogue describes it",
    tag,
    verb: runIntegrationAction,
    status: 200,
    bodyField: "input",
    bodySchema: anyActionInput,
  },
  listResource: {
    method: "GET",
    path: "/api/integrations/{id}/resources/{resource}",
    summary: "What the account holds: channels, spreadsheets, products, orders",
    tag,
    verb: listResource,
    status: 200,
  },
  listUnread: {
    method: "GET",
    path: "/api/integrations/{id}/unread",
    summary:
      "Records of the account that could not be read, with the reason; a readable version replaces each",
    tag,
    verb: listUnread,
    status: 200,
  },
} satisfies Record<string, Endpoint>;
