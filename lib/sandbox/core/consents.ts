import { lt, sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "#db/client.ts";
import { sandboxConsents } from "#db/schema/sandbox.ts";
import { env } from "#lib/env.ts";
import { newId } from "#lib/ids.ts";
import type { SandboxConsent, SandboxReply } from "#lib/providers/sandbox-contract.ts";

const waitMs = 10 * 60_000;

/** What a consent was asked for, as it is kept until the answer. */
export const consentRequestSchema = z.object({
  data: z.record(z.string(), z.string()),
  scopes: z.array(z.object({ id: z.string(), title: z.string() })),
  externalId: z.string().optional(),
  allowUrl: z.url(),
  denyUrl: z.url(),
});

/** Keeps a consent for ten minutes, and leads the browser to the page that asks for it. */
export async function askConsent(provider: string, consent: SandboxConsent): Promise<SandboxReply> {
  for (const url of [consent.allowUrl, consent.denyUrl]) {
    if (!isOurs(url)) {
      return { status: 400, text: `The sandbox leads back to ${env().APP_URL} only, not to ${url}.` };
    }
  }
  // Asking takes no sign-in, so what nobody answered must not pile up.
  await db().delete(sandboxConsents).where(lt(sandboxConsents.expiresAt, sql`now() - interval '1 day'`));
  const id = newId("sbx");
  await db()
    .insert(sandboxConsents)
    .values({
      id,
      provider,
      request: consentRequestSchema.parse(consent),
      expiresAt: new Date(Date.now() + waitMs),
    });
  return { status: 302, headers: { location: `${env().APP_URL}/consent/${id}` } };
}

function isOurs(url: string): boolean {
  return URL.canParse(url) && new URL(url).origin === new URL(env().APP_URL).origin;
}
