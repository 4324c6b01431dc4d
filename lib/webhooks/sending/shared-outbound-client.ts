import { env } from "#lib/env.ts";
import { createOutboundClient, type OutboundClient } from "#lib/http/send.ts";

declare global {
  // Next bundles this module more than once; a process keeps one set of connections all the same.
  var patchbayOutboundClient: OutboundClient | undefined;
}

/** The client for every URL that a merchant supplied. */
export function sharedOutboundClient(): OutboundClient {
  globalThis.patchbayOutboundClient ??= createOutboundClient({ allowHosts: env().outboundAllowHosts });
  return globalThis.patchbayOutboundClient;
}
