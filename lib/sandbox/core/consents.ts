import { desc, inArray, isNull, lt, sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "#db/client.ts";
import { sandboxConsents } from "#db/schema/sandbox.ts";
import { env } from "#lib/env.ts";
import { newId } from "#lib/ids.ts";
import type { SandboxConsent, SandboxReply } from "#lib/providers/sandbox-kit/contract.ts";
import { storableData } from "#lib/text.ts";

const waitMs = 10 * 60_000;
/** Asking takes no sign-in: so many may wait, and of so many characters, whoever asks. */
const mostOpen = 500;
const mostCharacters = 8_000;

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
  const asked = storableData(consentRequestSchema.parse(consent));
  if (JSON.stringify(asked).length > mostCharacters) return { status: 414, text: "The address is too long." };
  const id = newId("sbx");
  await db()
    .insert(sandboxConsents)
    .values({
      id,
      provider,
      request: asked,
      expiresAt: new Date(Date.now() + waitMs),
    });
  await dropOldConsents();
  return { status: 302, headers: { location: `${env().APP_URL}/consent/${id}` } };
}

/** Those that ended an hour ago, and the oldest of too many that wait. */
async function dropOldConsents(): Promise<void> {
  await db().delete(sandboxConsents).where(lt(sandboxConsents.expiresAt, sql`now() - interval '1 hour'`));
  const tooMany = db()
    .select({ id: sandboxConsents.id })
    .from(sandboxConsents)
    .where(isNull(sandboxConsents.answeredAt))
    .orderBy(desc(sandboxConsents.expiresAt), desc(sandboxConsents.id))
    .offset(mostOpen)
    .limit(100);
  await db().delete(sandboxConsents).where(inArray(sandboxConsents.id, tooMany));
}

function isOurs(url: string): boolean {
  return URL.canParse(url) && new URL(url).origin === new URL(env().APP_URL).origin;
}
