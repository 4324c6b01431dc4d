import ipaddr from "ipaddr.js";
import { env } from "#lib/env.ts";

/**
 * Where a request came from, for throttling. Each trusted proxy adds to `x-forwarded-for` whom it heard from, so the
 * entry so many places from the end is the first that nobody could make up. Without a proxy it is the one entry that
 * the server itself writes (see forgetForwardedFor). An IPv6 address is told by its first 64 bits, such as
 * `2001:db8:0:1::/64`: whoever has one address there has them all.
 */
export function clientAddress(
  forwardedFor: string | null | undefined,
  trustedProxies: number = env().TRUSTED_PROXIES,
): string {
  const entry = forwardedFor?.split(",").at(-Math.max(1, trustedProxies))?.trim() ?? "";
  const text = withoutPort(entry);
  if (text.length > 100 || !ipaddr.isValid(text)) return "unknown";
  const address = ipaddr.process(text);
  if (!(address instanceof ipaddr.IPv6)) return address.toString();
  const network = new ipaddr.IPv6([...address.parts.slice(0, 4), 0, 0, 0, 0]);
  return `${network.toString()}/64`;
}

/** Some proxies write `192.0.2.1:4711` and `[2001:db8::1]:4711`. */
function withoutPort(entry: string): string {
  return /^\[([^\]]*)\](?::\d+)?$/.exec(entry)?.[1] ?? /^([\d.]+):\d+$/.exec(entry)?.[1] ?? entry;
}
