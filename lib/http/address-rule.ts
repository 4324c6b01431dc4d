import { isIP } from "node:net";
import ipaddr from "ipaddr.js";

type Range = { cidr: ReturnType<typeof ipaddr.parseCIDR>; why: string };

function ranges(table: Record<string, string>): Range[] {
  return Object.entries(table).map(([cidr, why]) => ({ cidr: ipaddr.parseCIDR(cidr), why }));
}

/** IANA IPv4 Special-Purpose Address Registry (RFC 6890), multicast, and what clouds keep for themselves. */
const refusedIpv4 = ranges({
  "0.0.0.0/8": "stands for no particular machine",
  "10.0.0.0/8": "is in a private network",
  "100.64.0.0/10": "is in a network operator's private range",
  "127.0.0.0/8": "is this machine itself",
  "168.63.129.16/32": "belongs to a cloud's own control service",
  "169.254.0.0/16": "is a link-local address, where clouds keep machine credentials",
  "172.16.0.0/12": "is in a private network",
  "192.0.0.0/24": "is reserved for protocols",
  "192.0.2.0/24": "is for documentation only",
  "192.31.196.0/24": "is reserved for the name system",
  "192.52.193.0/24": "is reserved for protocols",
  "192.88.99.0/24": "is a retired relay address",
  "192.168.0.0/16": "is in a private network",
  "192.175.48.0/24": "is reserved for the name system",
  "198.18.0.0/15": "is for benchmarks only",
  "198.51.100.0/24": "is for documentation only",
  "203.0.113.0/24": "is for documentation only",
  "224.0.0.0/4": "is a multicast address",
  "240.0.0.0/4": "is reserved",
});

const globalIpv6 = ipaddr.parseCIDR("2000::/3");

/** The parts of 2000::/3 that the IANA IPv6 Special-Purpose Address Registry takes out. */
const refusedIpv6 = ranges({
  "2001::/23": "is reserved for protocols and tunnels",
  "2001:db8::/32": "is for documentation only",
  "2002::/16": "is a 6to4 tunnel, which hides another address",
  "2620:4f:8000::/48": "is reserved for the name system",
  "3ffe::/16": "is from a retired test network",
  "3fff::/20": "is for documentation only",
});

/** Where DNS64 puts the IPv4 addresses of names that have no IPv6 ones (RFC 6052 §2.1). */
const nat64 = ipaddr.parseCIDR("64:ff9b::/96");

/**
 * Why no request may go to this address, or null: only globally reachable unicast passes.
 * Anything that is not a plain address in its standard form is refused.
 * @param ip as `a.b.c.d` or IPv6 without brackets
 */
export function addressProblem(ip: string): string | null {
  const version = ip.includes("%") ? 0 : isIP(ip);
  if (version === 4) return firstMatch(ipaddr.IPv4.parse(ip), refusedIpv4);
  if (version === 6) return ipv6Problem(ipaddr.IPv6.parse(ip));
  return "is not an address";
}

function ipv6Problem(address: ipaddr.IPv6): string | null {
  if (address.match(nat64)) {
    return firstMatch(new ipaddr.IPv4(address.toByteArray().slice(12)), refusedIpv4);
  }
  if (!address.match(globalIpv6)) return "is not a public address";
  if (isIsatap(address)) return "is a tunnel, which hides another address";
  return firstMatch(address, refusedIpv6);
}

function firstMatch(address: ipaddr.IPv4 | ipaddr.IPv6, table: readonly Range[]): string | null {
  return table.find(({ cidr }) => address.match(cidr))?.why ?? null;
}

/** An IPv4 address in the interface part, under any prefix (RFC 5214 §6.1). */
function isIsatap(address: ipaddr.IPv6): boolean {
  const [, , , , high = 0, low] = address.parts;
  return (high & 0xfdff) === 0 && low === 0x5efe;
}
