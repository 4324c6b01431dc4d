import { isIPv6 } from "node:net";

const everyAddress = new Set(["0.0.0.0", "::", "*"]);

/** Where this machine reaches the app that listens on an address, or on every one. */
export function localOrigin(port: number, host?: string): string {
  if (!host || everyAddress.has(host)) return `http://127.0.0.1:${port}`;
  return `http://${isIPv6(host) ? `[${host}]` : host}:${port}`;
}
