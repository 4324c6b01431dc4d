/**
 * Whether the operator exempts this host from the rules for merchant URLs.
 * @param hostname lower-case; IPv6 in brackets
 * @param allowHosts `host` (every port) or `host:port`, lower-case; IPv6 in brackets
 */
export function isAllowListed(hostname: string, port: number, allowHosts: readonly string[]): boolean {
  return allowHosts.some((entry) => entry === hostname || entry === `${hostname}:${port}`);
}
