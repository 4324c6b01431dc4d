import { isIP } from "node:net";
import ipaddr from "ipaddr.js";
import type { AddressProblem } from "#lib/failures/attempt-failures.ts";

type Range = { cidr: ReturnType<typeof ipaddr.parseCIDR>; why: AddressProblem };

function ranges(table: Record<string, AddressProblem>): Range[] {
  return Object.entries(table).map(([cidr, why]) => ({ cidr: ipaddr.parseCIDR(cidr), why }));
}

/** IANA IPv4 Special-Purpose Address Registry (RFC 6890), multicast, and what clouds keep for themselves. */
const refusedIpv4 = ranges({
  "0.0.0.0/8": "no_machine",
  "10.0.0.0/8": "private",
  "100.64.0.0/10": "operator",
  "127.0.0.0/8": "this_machine",
  "168.63.129.16/32": "cloud_service",
  "169.254.0.0/16": "link_local",
  "172.16.0.0/12": "private",
  "192.0.0.0/24": "protocols",
  "192.0.2.0/24": "documentation",
  "192.31.196.0/24": "name_system",
  "192.52.193.0/24": "protocols",
  "192.88.99.0/24": "retired_relay",
  "192.168.0.0/16": "private",
  "192.175.48.0/24": "name_system",
  "198.18.0.0/15": "benchmarks",
  "198.51.100.0/24": "documentation",
  "203.0.113.0/24": "documentation",
  "224.0.0.0/4": "multicast",
  "240.0.0.0/4": "reserved",
});

const globalIpv6 = ipaddr.parseCIDR("2000::/3");

/** The parts of 2000::/3 that the IANA IPv6 Special-Purpose Address Registry takes out. */
const refusedIpv6 = ranges({
  "2001::/23": "tunnels",
  "2001:db8::/32": "documentation",
  "2002::/16": "six_to_four",
  "2620:4f:8000::/48": "name_system",
  "3ffe::/16": "retired_test_network",
  "3fff::/20": "documentation",
});

/** Where DNS64 puts the IPv4 addresses of names that have no IPv6 ones (RFC 6052 §2.1). */
const nat64 = ipaddr.parseCIDR("64:ff9b::/96");

/**
 * Why no request may go to this address, or null: only globally reachable unicast passes.
 * Anything that is not a plain address in its standard form is refused.
 * @param ip as `a.b.c.d` or IPv6 without brackets
 */
export function addressProblem(ip: string): AddressProblem | null {
  const version = ip.includes("%") ? 0 : isIP(ip);
  if (version === 4) return firstMatch(ipaddr.IPv4.parse(ip), refusedIpv4);
  if (version === 6) return ipv6Problem(ipaddr.IPv6.parse(ip));
  return "not_an_address";
}

function ipv6Problem(address: ipaddr.IPv6): AddressProblem | null {
  if (address.match(nat64)) {
    return firstMatch(new ipaddr.IPv4(address.toByteArray().slice(12)), refusedIpv4);
  }
  if (!address.match(globalIpv6)) return "not_public";
  if (isIsatap(address)) return "tunnel";
  return firstMatch(address, refusedIpv6);
}

function firstMatch(address: ipaddr.IPv4 | ipaddr.IPv6, table: readonly Range[]): AddressProblem | null {
  return table.find(({ cidr }) => address.match(cidr))?.why ?? null;
}

/** An IPv4 address in the interface part, under any prefix (RFC 5214 §6.1). */
function isIsatap(address: ipaddr.IPv6): boolean {
  const [, , , , high = 0, low] = address.parts;
  return (high & 0xfdff) === 0 && low === 0x5efe;
}
