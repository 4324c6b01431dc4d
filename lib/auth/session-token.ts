import { decode, encode } from "next-auth/jwt";
import { z } from "zod";
import { env } from "#lib/env.ts";
import { sessionSeconds } from "./sessions.ts";

/** What the session's cookie holds, encrypted: whose session it is, and which. */
export const sessionClaims = z.object({ sub: z.string().min(1), sid: z.string().min(1) });
export type SessionClaims = z.infer<typeof sessionClaims>;

/** Ours have some 300 characters. */
const longestToken = 4_096;

export async function encodeSessionToken(claims: SessionClaims): Promise<string> {
  return encode({ token: claims, secret: env().NEXTAUTH_SECRET, maxAge: sessionSeconds });
}

/** What a cookie holds; null for one that is forged, past its end, or of a time before sessions could be ended. */
export async function decodeSessionToken(token: string): Promise<SessionClaims | null> {
  if (token.length > longestToken) return null;
  const claims = await decode({ token, secret: env().NEXTAUTH_SECRET }).catch(() => null);
  return sessionClaims.safeParse(claims).data ?? null;
}
