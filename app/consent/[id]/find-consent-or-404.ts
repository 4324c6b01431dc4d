import { notFound } from "next/navigation";
import type { Ctx } from "#lib/auth/context.ts";
import { AppError } from "#lib/errors.ts";
import { getConsent } from "#lib/sandbox/consent/get-consent.ts";
import type { ConsentDto } from "#lib/sandbox/consent/schema.ts";

/** The consent of a page's address; the page for what is not there otherwise. */
export async function findConsentOr404(ctx: Ctx, id: string): Promise<ConsentDto> {
  return getConsent({ ctx, input: { id } }).catch((error: unknown) => {
    if (error instanceof AppError && error.status < 500) notFound();
    throw error;
  });
}
