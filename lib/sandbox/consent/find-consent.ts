import { eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { sandboxConsents } from "#db/schema/sandbox.ts";
import { notFound } from "#lib/errors.ts";
import { consentRequestSchema } from "../core/consents.ts";
import { requireProvider } from "../require-provider.ts";

/**
 * A consent that was asked for. It belongs to nobody yet: whoever answers it does so for the own merchant.
 * @throws {AppError} 404
 */
export async function findConsent(id: string) {
  const [row] = await db().select().from(sandboxConsents).where(eq(sandboxConsents.id, id));
  if (!row) throw notFound("consent_page");
  const provider = await requireProvider(row.provider);
  const request = consentRequestSchema.parse(row.request);
  const isExpired = row.expiresAt.getTime() <= Date.now();
  const state = row.answeredAt ? ("answered" as const) : isExpired ? ("expired" as const) : ("open" as const);
  return { id, provider, request, state };
}
