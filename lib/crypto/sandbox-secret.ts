import { createHmac } from "node:crypto";
import { env } from "#lib/env.ts";

/** Of a sandbox: 64 hex digits that are always the same for the same names, and unknown to whoever lacks NEXTAUTH_SECRET. */
export function deriveSandboxSecret(...names: readonly string[]): string {
  const key = createHmac("sha256", env().NEXTAUTH_SECRET).update("patchbay sandbox").digest();
  return createHmac("sha256", key).update(JSON.stringify(names)).digest("hex");
}
