/**
 * Where a request came from, for throttling: the last entry of `x-forwarded-for`, which the nearest proxy wrote. The
 * ones before it are the caller's own claim.
 */
export function clientAddress(forwardedFor: string | null | undefined): string {
  return forwardedFor?.split(",").at(-1)?.trim() || "unknown";
}
