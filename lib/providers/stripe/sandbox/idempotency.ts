import { createHash } from "node:crypto";
import { z } from "zod";
import type { SandboxReply, SandboxRequest, SandboxStore } from "../../sandbox-kit/contract.ts";
import { badRequest, Refusal } from "./refusal.ts";

const keptMs = 24 * 60 * 60_000;
/** Of the machine's time: what takes longer has died, and wrote nothing. */
const longestMs = 30_000;
const kind = "idempotent_request";

const kept = z.object({
  path: z.string(),
  digest: z.string(),
  since: z.string(),
  begunMs: z.number().default(0),
  reply: z.object({ status: z.number(), json: z.unknown() }).nullable(),
});
type Kept = z.output<typeof kept>;

type Begun = {
  /** Keeps the answer, together with what the request has changed. */
  finish: (store: SandboxStore, reply: SandboxReply) => Promise<void>;
  /** The key is free again. */
  abandon: () => Promise<void>;
};

/**
 * Begins a request under its key, or repeats the answer that was given, as API v1 does: also refusals and 500s, but not
 * what was wrong with the request itself. https://docs.stripe.com/api/idempotent_requests
 * @param now by the account's clock
 * @throws Refusal where the key was used for something else, or is in use
 */
export async function begin(
  { headers, url, text }: SandboxRequest,
  store: SandboxStore,
  now: Date,
): Promise<Begun | { reply: SandboxReply }> {
  const key = headers["idempotency-key"];
  if (key === undefined) return { finish: async () => {}, abandon: async () => {} };
  if (key.length > 255) throw badRequest("Idempotency keys can be at most 255 characters long.");
  const digest = createHash("sha256").update(text).digest("hex");
  const begun: Kept = {
    path: url.pathname,
    digest,
    since: now.toISOString(),
    begunMs: Date.now(),
    reply: null,
  };
  const known = await store.get(kind, key, kept);
  if (known && isOver(known, now)) await store.remove(kind, key);
  if (!(await store.add(kind, key, begun))) {
    return { reply: repeat(key, begun, await store.get(kind, key, kept)) };
  }
  return {
    finish: (own, { status, json }) => own.put(kind, key, { ...begun, reply: { status, json } }),
    abandon: () => store.remove(kind, key),
  };
}

function isOver({ since, begunMs, reply }: Kept, now: Date): boolean {
  if (reply === null) return Date.now() - begunMs > longestMs;
  return now.getTime() - Date.parse(since) > keptMs;
}

function repeat(key: string, request: { path: string; digest: string }, known: Kept | null): SandboxReply {
  if (known && known.path !== request.path) {
    throw misused(
      `for the same endpoint they were first used for ('${known.path}' vs '${request.path}')`,
      key,
    );
  }
  if (known && known.digest !== request.digest) {
    throw misused("with the same parameters they were first used with", key);
  }
  if (known?.reply) return { ...known.reply, headers: { "idempotent-replayed": "true" } };
  const message = `There is currently another in-progress request using this Idempotent Key: ${key}`;
  throw new Refusal(409, { type: "invalid_request_error", code: "idempotency_key_in_use", message });
}

function misused(how: string, key: string): Refusal {
  const message = `Keys for idempotent requests can only be used ${how}. Try using a key other than '${key}' if you meant to execute a different request.`;
  return new Refusal(400, { type: "idempotency_error", message });
}
