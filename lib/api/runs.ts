import { approveStep, decideStep, rejectStep } from "#lib/automations/runs/decide-step.ts";
import { getRun } from "#lib/automations/runs/get-run.ts";
import { listRuns } from "#lib/automations/runs/list-runs.ts";
import {
  decideStepInput,
  listRunsInput,
  runDto,
  runIdInput,
  runPage,
  stepOfRunInput,
} from "#lib/automations/runs/run-schema.ts";
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

const write = { tag, permission: "integrations:write", output: runDto, status: 202 } as const;

export const approveStepEndpoint = {
  ...write,
  method: "POST",
  path: "/api/runs/{id}/approve",
  summary: "Say yes to a step that was prepared; it is done as it was shown",
  input: stepOfRunInput,
  run: approveStep,
} satisfies Endpoint;

export const rejectStepEndpoint = {
  ...write,
  method: "POST",
  path: "/api/runs/{id}/reject",
  summary: "Say no to a step that was prepared; it is skipped, and the run goes on",
  input: stepOfRunInput,
  run: rejectStep,
} satisfies Endpoint;

export const decideStepEndpoint = {
  ...write,
  method: "POST",
  path: "/api/runs/{id}/decide",
  summary: "Say what became of a step of which nobody else knows",
  input: decideStepInput,
  run: decideStep,
} satisfies Endpoint;
