import { env } from "#lib/env.ts";

/**
 * Where a request came from, for throttling. Each trusted proxy adds to `x-forwarded-for` whom it heard from, so the
 * entry so many places from the end is the first that nobody could make up. Without a proxy it is the one entry that
 * the server itself writes (see forgetForwardedFor).
 */
export function clientAddress(
  forwardedFor: string | null | undefined,
  trustedProxies: number = env().TRUSTED_PROXIES,
): string {
  return forwardedFor?.split(",").at(-Math.max(1, trustedProxies))?.trim() || "unknown";
}
