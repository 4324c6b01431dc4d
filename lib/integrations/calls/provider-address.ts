import { env } from "#lib/env.ts";

export type Environment = "live" | "sandbox";

/** Where a provider's real address is reached from this server: itself, or its place in our own sandbox. */
export function reachableAddress(
  provider: { id: string },
  environment: Environment,
  realUrl: string,
): string {
  if (environment === "live") return realUrl;
  return inSandbox(`http://localhost:${env().PORT}`, provider, realUrl);
}

/** The same for a browser, which may come from elsewhere. */
export function browserAddress(provider: { id: string }, environment: Environment, realUrl: string): string {
  if (environment === "live") return realUrl;
  return inSandbox(env().APP_URL, provider, realUrl);
}

function inSandbox(origin: string, provider: { id: string }, realUrl: string): string {
  const real = new URL(realUrl);
  return `${origin}/sandbox/${provider.id}/${real.host}${real.pathname}${real.search}`;
}
