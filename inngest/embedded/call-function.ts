import { createHmac } from "node:crypto";
import canonicalize from "canonicalize";
import { z } from "zod";
import type { RunnerEvent } from "./inbox.ts";

export type SdkHandler = (request: Request) => Promise<Response>;

const origin = "http://localhost";
const path = "/api/inngest";

export type CallResult =
  | { kind: "done"; output: unknown }
  | { kind: "failed"; canRetry: boolean; retryAfterMs: number | null; reason: string };

/** Asks the SDK for its functions: a sync that is answered in the reply instead of to an Inngest server. */
export async function askForFunctions(handler: SdkHandler, signingKey: string): Promise<unknown> {
  const body = { url: `${origin}${path}` };
  const response = await handler(
    signedRequest("PUT", path, body, signingKey, { "x-inngest-sync-kind": "in_band" }),
  );
  if (!response.ok) throw new Error(`The Inngest SDK refused to list its functions (${response.status}).`);
  return response.json();
}

/** Runs a function once, in this process, as an Inngest server would over HTTP. */
export async function callFunction(
  handler: SdkHandler,
  signingKey: string,
  call: {
    functionId: string;
    runId: string;
    attempt: number;
    maxAttempts: number;
    events: readonly RunnerEvent[];
  },
): Promise<CallResult> {
  const query = new URLSearchParams({ fnId: call.functionId, stepId: "step" });
  const body = {
    ctx: {
      run_id: call.runId,
      attempt: call.attempt,
      max_attempts: call.maxAttempts,
      disable_immediate_execution: false,
      use_api: false,
      stack: { stack: [], current: 0 },
    },
    event: call.events[0],
    events: call.events,
    steps: {},
    version: 2,
  };
  const response = await handler(signedRequest("POST", `${path}?${query}`, body, signingKey));
  const output: unknown = await response.json().catch(() => null);
  if (response.status === 200) return { kind: "done", output };
  if (response.status === 206) {
    const reason =
      "The function uses steps. Patchbay's functions keep their state in Postgres and have none.";
    return { kind: "failed", canRetry: false, retryAfterMs: null, reason };
  }
  const retryAfterSeconds = Number(response.headers.get("retry-after") ?? Number.NaN);
  return {
    kind: "failed",
    canRetry: response.headers.get("x-inngest-no-retry") !== "true",
    retryAfterMs: Number.isNaN(retryAfterSeconds) ? null : retryAfterSeconds * 1_000,
    reason: errorForm.safeParse(output).data?.message ?? `The SDK answered ${response.status}.`,
  };
}

const errorForm = z.object({ message: z.string() });

function signedRequest(
  method: string,
  pathAndQuery: string,
  body: unknown,
  signingKey: string,
  headers: Record<string, string> = {},
): Request {
  const seconds = Math.floor(Date.now() / 1_000).toString();
  const key = signingKey.replace(/^signkey-\w+-/, "");
  const digest = createHmac("sha256", key)
    .update(canonicalize(body) ?? "")
    .update(seconds)
    .digest("hex");
  return new Request(`${origin}${pathAndQuery}`, {
    method,
    headers: {
      host: "localhost",
      "content-type": "application/json",
      "x-inngest-signature": `t=${seconds}&s=${digest}`,
      ...headers,
    },
    body: JSON.stringify(body),
  });
}
