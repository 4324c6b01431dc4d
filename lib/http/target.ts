import { isIP } from "node:net";
import type { OutboundFailureParams } from "#lib/failures/attempt-failures.ts";
import { addressProblem } from "./address-rule.ts";
import { isAllowListed } from "./allow-list.ts";
import { UrlProblem, type UrlProblemCode } from "./outbound-error.ts";

/** Ports from 1024 up where something listens that a stray HTTP request could harm or give away. */
const servicePorts: ReadonlySet<number> = new Set([
  ...[1433, 1434, 1521, 3050, 3306, 5432, 5433, 6432, 33060, 50000], // SQL databases and their poolers
  ...[5984, 6379, 6380, 7474, 7687, 8086, 8087, 8098, 8529, 9042, 9160], // other databases
  ...[11211, 16379, 26257, 26379, 27017, 27018, 27019, 28015, 28017, 50070],
  ...[9200, 9300, 8983, 7700], // search engines
  ...[1883, 2181, 4222, 4369, 5671, 5672, 6222, 8222, 8883, 9092, 9093, 15672, 25672, 61613, 61616], // queues
  ...[2375, 2376, 2377, 2379, 2380, 4001, 4194, 4646, 6443, 8200, 8300, 8301, 8500, 8600], // cluster control
  ...[10248, 10249, 10250, 10255, 10256, 10257, 10259],
  ...[3389, 5900, 5901, 5902, 5985, 5986], // remote desktops and shells
  ...[1080, 3128, 8118, 9050, 9051], // proxies
  ...[1099, 5005, 8009, 9229], // debuggers and remote method calls
  // The "bad ports" of the Fetch standard, §2.9, from 1024 up.
  ...[1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566],
  ...[6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080],
]);

/** Where a request goes: a URL that has been read once and is never read again. */
export type Target = {
  /** `scheme://host[:port]`, without a default port. */
  origin: string;
  isSecure: boolean;
  /** Lower-case ASCII, no trailing dot; an IPv6 address without its brackets. */
  hostname: string;
  port: number;
  /** Path and query, as they stand in the request line. */
  path: string;
  /** The operator exempts this host and port from the rules. */
  isExempt: boolean;
};

const maxUrlLength = 2_000;
const maxHostLength = 253;
const hostLabels = /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?(?:\.[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?)*$/;
/**
 * What only a network's own name servers know: RFC 6761, 6762 (also appendix G), 7686, 8375 and 9476, ICANN's `internal`
 * and its reserved `corp`, `home` and `mail`, and what cluster software and routers are shipped with.
 */
const internalSuffixes = [
  ...["localhost", "local", "localdomain", "test", "onion", "alt", "home.arpa", "internal"],
  ...["corp", "home", "mail", "lan", "intranet", "private", "priv", "localnet", "workgroup"],
  ...["svc", "pod", "cluster", "consul", "nomad", "docker", "kube", "k8s"],
  ...["fritz.box", "router", "gateway", "domain", "dhcp"],
];

/**
 * Reads a merchant's URL by the WHATWG URL standard and holds it to the rules for outbound requests.
 * Names are not resolved here; an address in any notation is judged.
 * @param options.allowHosts `host` or `host:port`, exempt from the rules on scheme, port and address
 * @throws {UrlProblem}
 */
export function parseTarget(input: string, { allowHosts }: { allowHosts: readonly string[] }): Target {
  refuseOddText(input);
  const url = URL.parse(input);
  if (!url) throw invalidUrl({ reason: "malformed" });
  const bracketed = url.hostname.replace(/\.$/, "");
  const hostname = bracketed.replace(/^\[|\]$/g, "");
  const isSecure = url.protocol === "https:";
  const port = url.port === "" ? (isSecure ? 443 : 80) : Number(url.port);
  const isExempt = isAllowListed(bracketed, port, allowHosts);
  refuseOddHost(hostname);
  if (!isExempt) refuseUnsafe({ hostname, port, isSecure });
  const portSuffix = url.port === "" ? "" : `:${url.port}`;
  return {
    origin: `${url.protocol}//${bracketed}${portSuffix}`,
    isSecure,
    hostname,
    port,
    path: url.pathname + url.search,
    isExempt,
  };
}

/** What the URL parser would mend in silence, and another parser might mend otherwise. */
function refuseOddText(input: string): void {
  if (input.length > maxUrlLength) {
    throw invalidUrl({ reason: "too_long", max: maxUrlLength });
  }
  if (/[\p{Cc}\p{Cf}\p{Cs}\p{Z}\\]/u.test(input)) {
    throw invalidUrl({ reason: "odd_characters" });
  }
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(input)?.[1]?.toLowerCase();
  if (scheme === undefined) throw invalidUrl({ reason: "no_scheme" });
  if (scheme !== "https" && scheme !== "http") {
    throw invalidUrl({ reason: "scheme", scheme }, "unsupported_scheme");
  }
  const authority = /^[a-z]+:\/\/([^/?#]+)/i.exec(input)?.[1];
  if (authority === undefined) throw invalidUrl({ reason: "no_host" });
  if (authority.includes("@")) {
    throw invalidUrl({ reason: "credentials" }, "has_credentials");
  }
}

function refuseOddHost(hostname: string): void {
  if (isIP(hostname) !== 0) return;
  if (hostname.length > maxHostLength || !hostLabels.test(hostname)) {
    throw invalidUrl({ reason: "host", host: hostname.slice(0, 80) }, "invalid_host");
  }
}

function refuseUnsafe(target: { hostname: string; port: number; isSecure: boolean }): void {
  const { hostname, port, isSecure } = target;
  if (isIP(hostname) !== 0) {
    const reason = addressProblem(hostname);
    if (reason) {
      throw new UrlProblem("blocked_address", {
        code: "blocked_address",
        params: { reason, host: hostname },
      });
    }
  } else if (isInternalName(hostname)) {
    const params = { reason: "internal_name", host: hostname } as const;
    throw new UrlProblem("blocked_host", { code: "blocked_address", params });
  }
  if (!isPortAllowed(port)) {
    throw invalidUrl({ reason: "port", port }, "blocked_port");
  }
  if (!isSecure) {
    throw invalidUrl({ reason: "https" }, "https_required");
  }
}

function invalidUrl(
  params: OutboundFailureParams["invalid_url"],
  code: UrlProblemCode = "invalid_url",
): UrlProblem {
  return new UrlProblem(code, { code: "invalid_url", params });
}

function isInternalName(hostname: string): boolean {
  return !hostname.includes(".") || internalSuffixes.some((suffix) => `.${hostname}`.endsWith(`.${suffix}`));
}

/** Whether a merchant's URL may name this port: 80, 443, and those from 1024 up that no known service owns. */
function isPortAllowed(port: number): boolean {
  if (port === 80 || port === 443) return true;
  return port >= 1024 && port <= 65_535 && !servicePorts.has(port);
}
