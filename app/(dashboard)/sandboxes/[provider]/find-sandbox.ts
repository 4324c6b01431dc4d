import { cache } from "react";
import { missingIsNotFound } from "#app/missing-is-not-found.ts";
import { requireCtx } from "#lib/auth/require-session.ts";
import { getSandboxState } from "#lib/sandbox/get-sandbox-state.ts";

/** The sandbox of a page's address, read once for a request. */
export const findSandbox = cache(async (provider: string) => {
  const ctx = await requireCtx();
  return getSandboxState({ ctx, input: { provider } }).catch(missingIsNotFound);
});
