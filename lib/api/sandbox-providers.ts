import { z } from "zod";
import { pageOf } from "#lib/listing/page.ts";
import { addFault, clearFaults } from "#lib/sandbox/faults.ts";
import { getSandboxState } from "#lib/sandbox/get-sandbox-state.ts";
import { listSandboxCalls } from "#lib/sandbox/list-sandbox-calls.ts";
import { listSandboxObjects } from "#lib/sandbox/list-sandbox-objects.ts";
import { listSandboxProviders } from "#lib/sandbox/list-sandbox-providers.ts";
import { runSandboxCommand } from "#lib/sandbox/run-sandbox-command.ts";
import {
  addFaultInput,
  listSandboxCallsInput,
  listSandboxObjectsInput,
  runCommandInput,
  sandboxCallDto,
  sandboxFaultDto,
  sandboxObjectDto,
  sandboxProviderDto,
  sandboxProviderInput,
  sandboxStateDto,
} from "#lib/sandbox/schema.ts";
import type { Endpoint } from "#lib/transport/endpoint.ts";

const tag = "Sandbox";
const path = "/api/sandbox/providers/{provider}";

export const listSandboxProvidersEndpoint = {
  method: "GET",
  path: "/api/sandbox/providers",
  summary: "Apps that can be tried out in the sandbox",
  tag,
  permission: "read",
  input: z.strictObject({}),
  output: z.object({ data: z.array(sandboxProviderDto), nextCursor: z.null() }),
  status: 200,
  run: async ({ ctx }) => ({ data: await listSandboxProviders({ ctx }), nextCursor: null }),
} satisfies Endpoint;

export const getSandboxStateEndpoint = {
  method: "GET",
  path,
  summary: "An app's sandbox: accounts, keys, faults, commands",
  tag,
  permission: "read",
  input: sandboxProviderInput,
  output: sandboxStateDto,
  status: 200,
  run: getSandboxState,
} satisfies Endpoint;

export const listSandboxObjectsEndpoint = {
  method: "GET",
  path: `${path}/objects`,
  summary: "What the accounts in an app's sandbox hold of one kind, newest first",
  tag,
  permission: "read",
  input: listSandboxObjectsInput,
  output: pageOf(sandboxObjectDto),
  status: 200,
  run: listSandboxObjects,
} satisfies Endpoint;

export const listSandboxCallsEndpoint = {
  method: "GET",
  path: `${path}/calls`,
  summary: "Calls to an app's sandbox and its webhooks to Patchbay, newest first",
  tag,
  permission: "read",
  input: listSandboxCallsInput,
  output: pageOf(sandboxCallDto),
  status: 200,
  run: listSandboxCalls,
} satisfies Endpoint;

export const addFaultEndpoint = {
  method: "POST",
  path: `${path}/faults`,
  summary: "Let the next calls to an app's sandbox go wrong",
  tag,
  permission: "integrations:write",
  input: addFaultInput,
  output: sandboxFaultDto,
  status: 201,
  run: addFault,
} satisfies Endpoint;

export const clearFaultsEndpoint = {
  method: "DELETE",
  path: `${path}/faults`,
  summary: "Switch every fault of an app's sandbox off",
  tag,
  permission: "integrations:write",
  input: sandboxProviderInput,
  output: z.object({ cleared: z.int() }),
  status: 200,
  run: clearFaults,
} satisfies Endpoint;

export const runSandboxCommandEndpoint = {
  method: "POST",
  path: `${path}/commands/{command}`,
  summary: "Do something at the app's side of the sandbox",
  tag,
  permission: "integrations:write",
  input: runCommandInput,
  output: z.object({ message: z.string() }),
  status: 200,
  run: runSandboxCommand,
} satisfies Endpoint;
