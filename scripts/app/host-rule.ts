import type { IncomingHttpHeaders } from "node:http";

/** Which names this server answers to, from its settings. */
export type HostRule = {
  appUrl: URL;
  port: number;
  /** `host` (every port) or `host:port`, in lower case. */
  allowedHosts: readonly string[];
  trustedProxies: number;
  isDevelopment: boolean;
};

type JudgedRequest = {
  method?: string | undefined;
  url?: string | undefined;
  headers: IncomingHttpHeaders;
};

const loopbackNames = ["localhost", "127.0.0.1", "[::1]"];

/** What a load balancer asks, by whatever address it knows the process. They say no more than whether it works. */
const openToAll = new Set(["/api/health", "/api/ready"]);

/**
 * Whether a request is meant for this server. A page elsewhere can make its own name lead here (DNS rebinding), and then
 * a browser sends that name as Host: such a request would act with whatever this server grants to those who reach it.
 *
 * A proxy that puts a Host of its own in place of ours is told from that by what a browser lets no page of another site
 * make up: `Origin` is ours; or `Sec-Fetch-Site` is there, which browsers send over TLS only, where another name has
 * no certificate. In production, proxies that the operator counted are believed too.
 */
export function isForUs(request: JudgedRequest, rule: HostRule): boolean {
  const target = request.url ?? "/";
  // The absolute form names the host once more, and wins over the header (RFC 9112, 3.2.2).
  if (!target.startsWith("/") && target !== "*" && !isOurs(hostOfTarget(target), rule)) return false;
  if (isOurs(request.headers.host, rule)) return true;
  const isLook = request.method === "GET" || request.method === "HEAD";
  if (isLook && openToAll.has(target.split("?")[0] ?? "")) return true;
  const { origin } = request.headers;
  if (origin !== undefined) return origin === rule.appUrl.origin;
  if (rule.appUrl.protocol === "https:" && request.headers["sec-fetch-site"] !== undefined) return true;
  return !rule.isDevelopment && rule.trustedProxies > 0 && isVouchedFor(request.headers, rule);
}

function isVouchedFor(headers: IncomingHttpHeaders, rule: HostRule): boolean {
  if (headers["x-forwarded-for"] === undefined) return false;
  const named = headers["x-forwarded-host"];
  return named === undefined || isOurs([named].flat().join(",").split(",").at(-1)?.trim(), rule);
}

function isOurs(host: string | undefined, rule: HostRule): boolean {
  const [, name, port] =
    /^(\[[0-9a-f:.]+\]|[^:@/\s]+?)\.?(?::(\d{1,5}))?$/.exec(host?.toLowerCase() ?? "") ?? [];
  if (!name) return false;
  if (name === rule.appUrl.hostname) return true;
  if (loopbackNames.includes(name) && Number(port ?? 80) === rule.port) return true;
  return rule.allowedHosts.some((entry) => entry === name || entry === `${name}:${port ?? ""}`);
}

/** The host that a request names: in its target where that is absolute, else in its header. */
export function askedHost({ url = "/", headers }: JudgedRequest): string | undefined {
  return url.startsWith("/") ? headers.host : (hostOfTarget(url) ?? headers.host);
}

function hostOfTarget(target: string): string | undefined {
  return URL.canParse(target) ? new URL(target).host : undefined;
}

/**
 * Takes from a request what nobody may tell us: the host that a proxy was asked for. Next would compare the origin of
 * a form with it. Where the origin is ours, the host becomes ours too, whatever a proxy made of it.
 */
export function settleHost(headers: IncomingHttpHeaders, rule: HostRule): void {
  delete headers["x-forwarded-host"];
  if (headers.origin === rule.appUrl.origin) headers.host = rule.appUrl.host;
}
