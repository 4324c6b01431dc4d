import { isIP, type Socket } from "node:net";
import { connect as connectTls, createSecureContext, type SecureContext, type TLSSocket } from "node:tls";
import { type Dial, dialAny, dialTcp } from "./dial.ts";
import { explainConnectError, explainTlsError } from "./explain-failure.ts";
import type { Resolve } from "./resolve.ts";
import type { Target } from "./target.ts";

/** How long each step of opening a connection took, in ms; null = not reached, or not needed. */
export type SocketSetup = { dnsMs: number | null; connectMs: number | null; tlsMs: number | null };

/** Fills in `setup` as it goes. Rejects with OutboundError. The signal closes the socket. */
export type OpenSocket = (target: Target, setup: SocketSetup, signal: AbortSignal) => Promise<Socket>;

/**
 * Opens connections to targets: resolves the name, dials an address that was checked (the name is not
 * resolved again), and for https holds the certificate to the name in the URL.
 * @param options.ca certificates in PEM to trust instead of the system's
 */
export function createSocketOpener(options: { resolve: Resolve; dial?: Dial; ca?: string }): OpenSocket {
  const { resolve, dial = dialTcp, ca } = options;
  const secureContext = createSecureContext(ca === undefined ? {} : { ca });

  return async function openSocket(target, setup, signal) {
    const startedAt = performance.now();
    const addresses = await resolve(target);
    const resolvedAt = performance.now();
    setup.dnsMs = resolvedAt - startedAt;
    const socket = await dialAny(dial, { addresses, port: target.port, signal }).catch((error: unknown) => {
      throw explainConnectError(error, target);
    });
    const connectedAt = performance.now();
    setup.connectMs = connectedAt - resolvedAt;
    if (!target.isSecure) return socket;
    const secured = await secure(socket, target, secureContext).catch((error: unknown) => {
      socket.destroy();
      throw explainTlsError(error, target);
    });
    setup.tlsMs = performance.now() - connectedAt;
    return secured;
  };
}

function secure(socket: Socket, { hostname }: Target, secureContext: SecureContext): Promise<TLSSocket> {
  return new Promise((resolve, reject) => {
    const secured = connectTls({
      socket,
      secureContext,
      host: hostname,
      // RFC 6066 §3: an address is not a server name.
      ...(isIP(hostname) === 0 && { servername: hostname }),
      ALPNProtocols: ["http/1.1"],
      rejectUnauthorized: true,
    });
    secured.once("secureConnect", () => resolve(secured));
    secured.on("error", reject);
    // An abort closes the socket below without an error here.
    secured.once("close", () => reject(new Error("The socket was closed.")));
  });
}
