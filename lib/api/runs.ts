import { getRun } from "#lib/automations/runs/get-run.ts";
import { listRuns } from "#lib/automations/runs/list-runs.ts";
import { listRunsInput, runDto, runIdInput, runPage } from "#lib/automations/runs/run-schema.ts";
import type { Endpoint } from "#lib/transport/endpoint.ts";

const tag = "Automations";

export const listRunsEndpoint = {
  method: "GET",
  path: "/api/automations/{id}/runs",
  summary: "The runs of an automation, newest first",
  tag,
  permission: "read",
  input: listRunsInput,
  output: runPage,
  status: 200,
  run: listRuns,
} satisfies Endpoint;

export const getRunEndpoint = {
  method: "GET",
  path: "/api/runs/{id}",
  summary: "One run with its condition and each step; its id is its delivery's",
  tag,
  permission: "read",
  input: runIdInput,
  output: runDto,
  status: 200,
  run: getRun,
} satisfies Endpoint;
