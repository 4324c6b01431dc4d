import { replayRun } from "#lib/automations/replay-run.ts";
import { replayRuns } from "#lib/automations/replay-runs.ts";
import {
  bulkReplayDto,
  replayDto,
  replayRunInput,
  replayRunsInput,
} from "#lib/automations/replays/replay-schema.ts";
import type { Endpoint } from "#lib/transport/endpoint.ts";

const replay = {
  method: "POST",
  tag: "Automations",
  permission: "integrations:write",
  status: 200,
} as const;

export const replayRunEndpoint = {
  ...replay,
  path: "/api/runs/{id}/replay",
  summary: "Replay a run, or with `plan` say what each step would do",
  input: replayRunInput,
  output: replayDto,
  run: replayRun,
} satisfies Endpoint;

export const replayRunsEndpoint = {
  ...replay,
  path: "/api/automations/{id}/replay",
  summary: "Replay failed runs, the newest 500: first `plan`, then carry out its `planId`",
  input: replayRunsInput,
  output: bulkReplayDto,
  run: replayRuns,
} satisfies Endpoint;

/** What repeats runs. */
export const automationReplays: readonly Endpoint[] = [replayRunEndpoint, replayRunsEndpoint];
