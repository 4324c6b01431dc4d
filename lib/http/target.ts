import { isIP } from "node:net";
import { addressProblem } from "./address-rule.ts";
import { isAllowListed } from "./allow-list.ts";
import { UrlProblem } from "./outbound-error.ts";
import { isPortAllowed } from "./port-rule.ts";

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
  if (!url) throw new UrlProblem("invalid_url", "This is not a valid web address.");
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
    throw new UrlProblem("invalid_url", `The address is longer than ${maxUrlLength} characters.`);
  }
  if (/[\p{Cc}\p{Cf}\p{Cs}\p{Z}\\]/u.test(input)) {
    throw new UrlProblem("invalid_url", "The address holds a space, a backslash or an invisible character.");
  }
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(input)?.[1]?.toLowerCase();
  if (scheme === undefined) throw new UrlProblem("invalid_url", "The address must start with https://.");
  if (scheme !== "https" && scheme !== "http") {
    throw new UrlProblem("unsupported_scheme", `The address must start with https://, not ${scheme}:.`);
  }
  const authority = /^[a-z]+:\/\/([^/?#]+)/i.exec(input)?.[1];
  if (authority === undefined)
    throw new UrlProblem("invalid_url", "The address names no host after https://.");
  if (authority.includes("@")) {
    throw new UrlProblem(
      "has_credentials",
      "The address must not hold a user name or password. Set them under “Credentials” instead.",
    );
  }
}

function refuseOddHost(hostname: string): void {
  if (isIP(hostname) !== 0) return;
  if (hostname.length > maxHostLength || !hostLabels.test(hostname)) {
    throw new UrlProblem("invalid_host", `${hostname.slice(0, 80)} is not a valid host name.`);
  }
}

function refuseUnsafe(target: { hostname: string; port: number; isSecure: boolean }): void {
  const { hostname, port, isSecure } = target;
  if (isIP(hostname) !== 0) {
    const problem = addressProblem(hostname);
    if (problem) throw new UrlProblem("blocked_address", `${hostname} ${problem}. Use a public address.`);
  } else if (isInternalName(hostname)) {
    throw new UrlProblem("blocked_host", `${hostname} is a name inside a private network. Use a public one.`);
  }
  if (!isPortAllowed(port)) {
    throw new UrlProblem(
      "blocked_port",
      `Port ${port} is not one for webhooks. Use 443, or one such as 8443.`,
    );
  }
  if (!isSecure) {
    throw new UrlProblem(
      "https_required",
      "The address must start with https://, so that nobody reads along.",
    );
  }
}

function isInternalName(hostname: string): boolean {
  return !hostname.includes(".") || internalSuffixes.some((suffix) => `.${hostname}`.endsWith(`.${suffix}`));
}
