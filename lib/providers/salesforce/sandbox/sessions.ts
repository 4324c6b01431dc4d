import { createHash } from "node:crypto";
import { z } from "zod";
import type { SandboxDesk, SandboxRequest, SandboxStore } from "../../sandbox-kit/contract.ts";

const sessionSchema = z.looseObject({ startedAt: z.string() });
const endSchema = z.looseObject({ endedAt: z.string() });

/**
 * Salesforce does not tell how long a session lasts: it ends when it was idle for long, or when an administrator ends
 * it. Here they end by command, all at once.
 */
export async function endAllSessions(store: SandboxStore, now: Date): Promise<void> {
  await store.put("setting", "sessions-ended", { endedAt: now.toISOString() });
}

/** Notes that an access token was given out. */
export async function startSession(store: SandboxStore, token: string, now: Date): Promise<void> {
  await store.put("session", nameOf(token), { startedAt: now.toISOString() });
}

/** Whether the sessions were ended after the token of a request was given out. */
export async function isSessionEnded({ store }: SandboxDesk, request: SandboxRequest): Promise<boolean> {
  const end = await store.get("setting", "sessions-ended", endSchema);
  if (!end) return false;
  const session = await store.get("session", nameOf(bearerOf(request) ?? ""), sessionSchema);
  return session === null || session.startedAt <= end.endedAt;
}

export function bearerOf({ headers }: SandboxRequest): string | null {
  return /^(?:Bearer|OAuth) (\S+)$/i.exec(headers.authorization ?? "")?.[1] ?? null;
}

/** Not the token itself: what the sandbox holds can be looked at. */
function nameOf(token: string): string {
  return createHash("sha256").update(token).digest("hex").slice(0, 16);
}
