import { Connection } from "./connection.ts";
import type { OpenSocket } from "./open-socket.ts";
import type { Target } from "./target.ts";

/** A connection that is closed so soon after an answer was not meant to be kept, whatever the answer said. */
const closesEarlyMs = 1_000;
/** For how long an origin's connections are not kept after one was lost. */
const distrustMs = 60_000;
const maxDistrusted = 10_000;

type Idle = { connection: Connection; timer: NodeJS.Timeout };

/** Idle connections by origin. There is no limit on those in use: the callers limit what is in flight. */
export class ConnectionPool {
  readonly #openSocket: OpenSocket;
  readonly #idle = new Map<string, Idle[]>();
  /** Origins that closed what they should have kept, and until when that is remembered. */
  readonly #distrusted = new Map<string, number>();

  constructor(openSocket: OpenSocket) {
    this.#openSocket = openSocket;
  }

  /** The idle connection used last, or a new one. */
  take(target: Target): Connection {
    const idle = this.#idle.get(target.origin);
    for (let last = idle?.pop(); last; last = idle?.pop()) {
      clearTimeout(last.timer);
      if (last.connection.isOpen) return last.connection;
      last.connection.destroy();
    }
    return this.open(target);
  }

  /** A connection that nobody has used, and that is not open yet. */
  open(target: Target): Connection {
    return new Connection(target, this.#openSocket);
  }

  /** Keeps it for so long, unless the endpoint is known to close what it should keep. */
  giveBack(connection: Connection, idleMs: number): void {
    const { target } = connection;
    if (idleMs <= 0 || this.#isDistrusted(target)) {
      connection.destroy();
      return;
    }
    const restsSince = performance.now();
    connection.rest(() => {
      this.#drop(connection);
      if (performance.now() - restsSince < closesEarlyMs) this.distrust(target);
    });
    const timer = setTimeout(() => this.#drop(connection), idleMs);
    timer.unref();
    const idle = this.#idle.get(target.origin);
    if (idle) idle.push({ connection, timer });
    else this.#idle.set(target.origin, [{ connection, timer }]);
  }

  /** The endpoint closed a kept connection under a request: its connections are used once only, for a minute. */
  distrust(target: Target): void {
    if (this.#distrusted.size >= maxDistrusted) this.#distrusted.clear();
    this.#distrusted.set(target.origin, performance.now() + distrustMs);
  }

  closeIdle(): void {
    for (const { connection } of [...this.#idle.values()].flat()) this.#drop(connection);
  }

  #isDistrusted({ origin }: Target): boolean {
    const until = this.#distrusted.get(origin);
    if (until === undefined) return false;
    if (until > performance.now()) return true;
    this.#distrusted.delete(origin);
    return false;
  }

  #drop(connection: Connection): void {
    const { origin } = connection.target;
    const idle = this.#idle.get(origin) ?? [];
    const index = idle.findIndex((each) => each.connection === connection);
    for (const { timer } of index === -1 ? [] : idle.splice(index, 1)) clearTimeout(timer);
    if (idle.length === 0) this.#idle.delete(origin);
    connection.destroy();
  }
}
