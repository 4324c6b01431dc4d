import { replayRun } from "#lib/automations/replay-run.ts";
import { replayRuns } from "#lib/automations/replay-runs.ts";
import type { Endpoint } from "#lib/transport/endpoint.ts";

export const automationReplayEndpoints = {
  replayRun: {
    method: "POST",
    path: "/api/runs/{id}/replay",
    summary: "Replay a run, or with `plan` say what each step would do",
    tag: "Automations",
    verb: replayRun,
    status: 200,
  },
  replayRuns: {
    method: "POST",
    path: "/api/automations/{id}/replay",
    summary: "Replay failed runs, the newest 500: first `plan`, then carry out its `planId`",
    tag: "Automations",
    verb: replayRuns,
    status: 200,
  },
} satisfies Record<string, Endpoint>;
