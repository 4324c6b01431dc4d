import { approveStep, decideStep, rejectStep } from "#lib/automations/runs/decide-step.ts";
import { getRun } from "#lib/automations/runs/get-run.ts";
import { listRuns } from "#lib/automations/runs/list-runs.ts";
import type { Endpoint } from "#lib/transport/endpoint.ts";

const tag = "Automations";

export const runEndpoints = {
  listRuns: {
    method: "GET",
    path: "/api/automations/{id}/runs",
    summary: "The runs of an automation, newest first",
    tag,
    verb: listRuns,
    status: 200,
  },
  getRun: {
    method: "GET",
    path: "/api/runs/{id}",
    summary: "One run with its condition and each step; its id is its delivery's",
    tag,
    verb: getRun,
    status: 200,
  },
  approveStep: {
    method: "POST",
    path: "/api/runs/{id}/approve",
    summary: "Say yes to a step that was prepared; it is done as it was shown",
    tag,
    verb: approveStep,
    status: 202,
  },
  rejectStep: {
    method: "POST",
    path: "/api/runs/{id}/reject",
    summary: "Say no to a step that was prepared; it is skipped, and the run goes on",
    tag,
    verb: rejectStep,
    status: 202,
  },
  decideStep: {
    method: "POST",
    path: "/api/runs/{id}/decide",
    summary: "Say what became of a step of which nobody else knows",
    tag,
    verb: decideStep,
    status: 202,
  },
} satisfies Record<string, Endpoint>;
