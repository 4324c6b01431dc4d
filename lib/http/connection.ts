import type { Socket } from "node:net";
import { Client } from "undici";
import type { OpenSocket, SocketSetup } from "./open-socket.ts";
import { OutboundFailure } from "./outbound-error.ts";
import type { Target } from "./target.ts";

type ConnectCallback = (...args: [null, Socket] | [Error, null]) => void;

const idleTimeoutMs = 4_000;
/** Where the endpoint offers to wait longer. */
const maxIdleTimeoutMs = 10_000;
const maxHeaderBytes = 64 * 1_024;

/** One connection to one origin, lent to one exchange at a time, so that timing and faults are surely its own. */
export class Connection {
  readonly origin: string;
  readonly client: Client;
  readonly #openSocket: OpenSocket;
  readonly #target: Target;
  readonly #abort = new AbortController();
  #socket: Socket | null = null;
  #setup: SocketSetup | null = null;

  constructor(target: Target, openSocket: OpenSocket) {
    this.origin = target.origin;
    this.#target = target;
    this.#openSocket = openSocket;
    this.client = new Client(target.origin, {
      connect: (_options, callback) => this.#connect(callback),
      pipelining: 1,
      keepAliveTimeout: idleTimeoutMs,
      keepAliveMaxTimeout: maxIdleTimeoutMs,
      maxHeaderSize: maxHeaderBytes,
      // The deadline of the exchange covers both.
      headersTimeout: 0,
      bodyTimeout: 0,
    });
  }

  get isOpen(): boolean {
    return this.#socket !== null && !this.#socket.destroyed && !this.client.destroyed;
  }

  /** How the socket was set up, told once; null where it was told already, that is, the socket is used again. */
  claimSetup(): SocketSetup | null {
    const setup = this.#setup;
    this.#setup = null;
    return setup;
  }

  /** Closes it in whatever state it is, also while it is being opened. */
  destroy(): void {
    this.#abort.abort();
    void this.client.destroy();
  }

  #connect(callback: ConnectCallback): void {
    const setup: SocketSetup = { dnsMs: null, connectMs: null, tlsMs: null };
    this.#setup = setup;
    this.#openSocket(this.#target, setup, this.#abort.signal).then(
      (socket) => {
        // The client would try again for ever where it is given a socket that is closed already.
        if (socket.destroyed) return callback(closedAtOnce(this.#target), null);
        this.#socket = socket;
        callback(null, socket);
      },
      (error: unknown) => callback(error instanceof Error ? error : new Error(String(error)), null),
    );
  }
}

function closedAtOnce({ hostname }: Target): OutboundFailure {
  return new OutboundFailure("connection_reset", `${hostname} closed the connection at once.`);
}
