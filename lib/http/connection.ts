import type { Socket } from "node:net";
import type { OpenSocket, SocketSetup } from "./open-socket.ts";
import { OutboundError } from "./outbound-error.ts";
import type { Target } from "./target.ts";

/** Whoever reads from a connection. After `onEnd` or `onError` nothing more comes. */
export type ConnectionReader = {
  onData: (bytes: Buffer) => void;
  onEnd: () => void;
  onError: (error: Error) => void;
};

/** One connection to one origin, lent to one exchange at a time, so that timing and faults are surely its own. */
export class Connection {
  readonly target: Target;
  readonly #openSocket: OpenSocket;
  readonly #abort = new AbortController();
  #socket: Socket | null = null;
  #reader: ConnectionReader | null = null;
  #onLost: (() => void) | null = null;
  /** How far opening it came, and how long each step took. */
  readonly setup: SocketSetup = { dnsMs: null, connectMs: null, tlsMs: null };

  constructor(target: Target, openSocket: OpenSocket) {
    this.target = target;
    this.#openSocket = openSocket;
  }

  /** The endpoint has neither closed it nor sent anything that nobody had asked for. */
  get isOpen(): boolean {
    return this.#socket !== null && !this.#socket.destroyed;
  }

  /** Rejects with OutboundError. */
  async open(): Promise<void> {
    const socket = await this.#openSocket(this.target, this.setup, this.#abort.signal);
    if (socket.destroyed || this.#abort.signal.aborted) {
      socket.destroy();
      const params = { reason: "at_once", host: this.target.hostname } as const;
      throw new OutboundError({ code: "connection_reset", params });
    }
    this.#socket = socket;
    socket.on("data", (bytes: Buffer) => {
      // What comes while nobody has asked is not an answer to the next question.
      if (this.#reader) this.#reader.onData(bytes);
      else this.#end();
    });
    socket.on("end", () => this.#end());
    socket.on("close", () => this.#end());
    socket.on("error", (error) => {
      this.#release()?.onError(error);
      this.#end();
    });
  }

  /** Gives what comes to this reader, until `rest` or the end. */
  lendTo(reader: ConnectionReader): void {
    this.#onLost = null;
    this.#reader = reader;
  }

  /** Calls back once the operating system has taken all of it. */
  write(head: string, body: string | Uint8Array | undefined, onWritten: () => void): void {
    const socket = this.#socket;
    if (!socket) throw new Error("The connection is not open.");
    const done = (error?: Error | null) => {
      if (!error) onWritten();
    };
    socket.cork();
    if (body === undefined) socket.write(head, "latin1", done);
    else {
      socket.write(head, "latin1");
      socket.write(body, done);
    }
    socket.uncork();
  }

  /** Waits for the next exchange; `onLost` is called should the endpoint close it, or spoil it, before. */
  rest(onLost: () => void): void {
    this.#reader = null;
    this.#onLost = onLost;
  }

  /** Closes it in whatever state it is, also while it is being opened. */
  destroy(): void {
    this.#release();
    this.#onLost = null;
    this.#abort.abort();
    this.#socket?.destroy();
  }

  #end(): void {
    this.#socket?.destroy();
    this.#release()?.onEnd();
    const onLost = this.#onLost;
    this.#onLost = null;
    onLost?.();
  }

  #release(): ConnectionReader | null {
    const reader = this.#reader;
    this.#reader = null;
    return reader;
  }
}
