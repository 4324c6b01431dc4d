import { notFound } from "next/navigation";
import { cache } from "react";
import { requireCtx } from "#lib/auth/require-session.ts";
import { AppError } from "#lib/errors.ts";
import { getSandboxState } from "#lib/sandbox/get-sandbox-state.ts";
import type { SandboxStateDto } from "#lib/sandbox/schema.ts";

/** The sandbox of a page's address, read once for a request; the page for what is not there otherwise. */
export const findSandboxOr404 = cache(async (provider: string): Promise<SandboxStateDto> => {
  const ctx = await requireCtx();
  return getSandboxState({ ctx, input: { provider } }).catch((error: unknown) => {
    if (error instanceof AppError && error.status < 500) notFound();
    throw error;
  });
});
