import { Connection } from "./connection.ts";
import type { OpenSocket } from "./open-socket.ts";
import type { Target } from "./target.ts";

/** Idle connections by origin. There is no limit on those in use: the callers limit what is in flight. */
export class ConnectionPool {
  readonly #openSocket: OpenSocket;
  readonly #idle = new Map<string, Connection[]>();

  constructor(openSocket: OpenSocket) {
    this.#openSocket = openSocket;
  }

  /** The idle connection used last, or a new one. */
  take(target: Target): Connection {
    const idle = this.#idle.get(target.origin);
    for (let connection = idle?.pop(); connection; connection = idle?.pop()) {
      if (connection.isOpen) return connection;
      connection.destroy();
    }
    return this.open(target);
  }

  /** A connection that nobody has used. It dials once the first request is dispatched on it. */
  open(target: Target): Connection {
    const connection = new Connection(target, this.#openSocket);
    connection.client.on("disconnect", () => this.#dropIdle(connection));
    return connection;
  }

  giveBack(connection: Connection): void {
    const idle = this.#idle.get(connection.origin);
    if (idle) idle.push(connection);
    else this.#idle.set(connection.origin, [connection]);
  }

  closeIdle(): void {
    for (const connection of [...this.#idle.values()].flat()) connection.destroy();
    this.#idle.clear();
  }

  #dropIdle(connection: Connection): void {
    const idle = this.#idle.get(connection.origin);
    const index = idle?.lastIndexOf(connection) ?? -1;
    if (!idle || index === -1) return;
    idle.splice(index, 1);
    if (idle.length === 0) this.#idle.delete(connection.origin);
    connection.destroy();
  }
}
