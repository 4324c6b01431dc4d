import { env } from "#lib/env.ts";
import { createOutboundClient, type OutboundClient } from "#lib/http/send.ts";
import type { Environment } from "./provider-address.ts";

declare global {
  // Next bundles this module more than once; a process keeps one set of connections all the same.
  var patchbayProviderClients: Partial<Record<Environment, OutboundClient>> | undefined;
}

/**
 * The client for calls to providers: the same safe one as for merchants' URLs, since shops live where their owners
 * say. Only calls to our own sandbox may go to this machine.
 */
export function providerClient(environment: Environment): OutboundClient {
  globalThis.patchbayProviderClients ??= {};
  const clients = globalThis.patchbayProviderClients;
  const { outboundAllowHosts, PORT } = env();
  clients[environment] ??= createOutboundClient({
    allowHosts: environment === "live" ? outboundAllowHosts : [`localhost:${PORT}`],
  });
  return clients[environment];
}
