import { addFault, clearFaults } from "#lib/sandbox/faults.ts";
import { getSandboxState } from "#lib/sandbox/get-sandbox-state.ts";
import { listSandboxCalls } from "#lib/sandbox/list-sandbox-calls.ts";
import { listSandboxObjects } from "#lib/sandbox/list-sandbox-objects.ts";
import { listSandboxProviders } from "#lib/sandbox/list-sandbox-providers.ts";
import { runSandboxCommand } from "#lib/sandbox/run-sandbox-command.ts";
import type { Endpoint } from "#lib/transport/endpoint.ts";

const tag = "Sandbox";
const path = "/api/sandbox/providers/{provider}";

export const sandboxProviderEndpoints = {
  listSandboxProviders: {
    method: "GET",
    path: "/api/sandbox/providers",
    summary: "Apps that can be tried out in the sandbox",
    tag,
    verb: listSandboxProviders,
    status: 200,
  },
  getSandboxState: {
    method: "GET",
    path,
    summary: "An app's sandbox: accounts, keys, faults, commands",
    tag,
    verb: getSandboxState,
    status: 200,
  },
  listSandboxObjects: {
    method: "GET",
    path: `${path}/objects`,
    summary: "What the accounts in an app's sandbox hold of one kind, newest first",
    tag,
    verb: listSandboxObjects,
    status: 200,
  },
  listSandboxCalls: {
    method: "GET",
    path: `${path}/calls`,
    summary: "Calls to an app's sandbox and its webhooks to Patchbay, newest first",
    tag,
    verb: listSandboxCalls,
    status: 200,
  },
  addFault: {
    method: "POST",
    path: `${path}/faults`,
    summary: "Let the next calls to an app's sandbox go wrong",
    tag,
    verb: addFault,
    status: 201,
  },
  clearFaults: {
    method: "DELETE",
    path: `${path}/faults`,
    summary: "Switch every fault of an app's sandbox off",
    tag,
    verb: clearFaults,
    status: 200,
  },
  runSandboxCommand: {
    method: "POST",
    path: `${path}/commands/{command}`,
    summary: "Do something at the app's side of the sandbox",
    tag,
    verb: runSandboxCommand,
    status: 200,
  },
} satisfies Record<string, Endpoint>;
