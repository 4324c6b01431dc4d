import { createHmac, createSecretKey, type KeyObject } from "node:crypto";
import { env } from "#lib/env.ts";

/** Of a sandbox: 64 hex digits that are always the same for the same names, and unknown to whoever lacks NEXTAUTH_SECRET. */
export function deriveSandboxSecret(...names: readonly string[]): string {
  return createHmac("sha256", getKey(env().NEXTAUTH_SECRET)).update(JSON.stringify(names)).digest("hex");
}

let kept: { secret: string; key: KeyObject } | undefined;

/** Each call of a sandbox asks for secrets. */
function getKey(secret: string): KeyObject {
  if (kept?.secret === secret) return kept.key;
  const key = createSecretKey(createHmac("sha256", secret).update("patchbay sandbox").digest());
  kept = { secret, key };
  return key;
}
