import { createHash } from "node:crypto";
import { z } from "zod";
import type { SandboxReply, SandboxRequest, SandboxStore } from "../../sandbox-contract.ts";
import { badRequest, Refusal } from "./refusal.ts";

const keptMs = 24 * 60 * 60_000;

const kept = z.object({
  path: z.string(),
  digest: z.string(),
  since: z.string(),
  reply: z.object({ status: z.number(), json: z.unknown() }).nullable(),
});

/**
 * Carries a request out once under its key and repeats the answer that was given, as API v1 does: also refusals and
 * 500s, but not what was wrong with the request itself. https://docs.stripe.com/api/idempotent_requests
 * @throws Refusal where the key was used for something else, or is in use
 */
export async function once(
  { headers, url, text }: SandboxRequest,
  store: SandboxStore,
  now: Date,
  execute: () => Promise<SandboxReply>,
): Promise<SandboxReply> {
  const key = headers["idempotency-key"];
  if (key === undefined) return execute();
  if (key.length > 255) throw badRequest("Idempotency keys can be at most 255 characters long.");
  const digest = createHash("sha256").update(text).digest("hex");
  const begun = { path: url.pathname, digest, since: now.toISOString(), reply: null };
  const known = await store.get("idempotent_request", key, kept);
  if (known && now.getTime() - Date.parse(known.since) > keptMs)
    await store.remove("idempotent_request", key);
  if (!(await store.add("idempotent_request", key, begun))) {
    return repeat(key, begun, await store.get("idempotent_request", key, kept));
  }
  try {
    const reply = await execute();
    await store.put("idempotent_request", key, {
      ...begun,
      reply: { status: reply.status, json: reply.json },
    });
    return reply;
  } catch (error) {
    await store.remove("idempotent_request", key);
    throw error;
  }
}

function repeat(
  key: string,
  request: { path: string; digest: string },
  known: z.output<typeof kept> | null,
): SandboxReply {
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
