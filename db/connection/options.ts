import { userInfo } from "node:os";
import { DatabaseUrlError } from "./database-url-error.ts";
import { readParameters } from "./parameters.ts";
import { parseDatabaseUrl } from "./parse-url.ts";
import { readTls, type Tls } from "./tls.ts";

/** What the driver is given. Its own type knows one host only, though it takes several. */
export type ConnectionOptions = {
  host: string[];
  port: number[];
  path?: string;
  database: string;
  user: string;
  password: string;
  ssl: Tls;
  sslnegotiation: "direct" | null;
  max: number;
  prepare: boolean;
  connect_timeout: number;
  keep_alive: number;
  idle_timeout: number;
  backoff: () => number;
  target_session_attrs?: "read-write" | "primary";
  connection: { application_name: string; options?: string };
  onnotice: () => void;
};

/** A pool below this could starve: while one transaction runs, others ask for connections of their own. */
const fewestConnections = 3;
const mostConnections = 20;

/**
 * The driver's options for a connection URL. All are given, so that PGHOST and its like change nothing, and no
 * parameter is sent at the start of a connection that a pooler might not know.
 * @throws {DatabaseUrlError} in plain words, for what cannot be understood
 */
export function connectionOptions(databaseUrl: string): ConnectionOptions {
  const { user, password, hosts, database, parameters } = parseDatabaseUrl(databaseUrl);
  const wishes = readParameters(parameters);
  const name = user ?? systemUser();
  const [first] = hosts;
  const socket = hosts.find(({ host }) => host.startsWith("/"));
  if (socket && hosts.length > 1) {
    throw new DatabaseUrlError("names several hosts, and one is a socket: name one socket, or hosts only");
  }
  const tls = readTls(parameters, first?.host ?? "localhost");
  return {
    host: hosts.map(({ host }) => host),
    port: hosts.map(({ port }) => port),
    ...(socket ? { path: `${socket.host}/.s.PGSQL.${socket.port}` } : {}),
    database: database ?? name,
    user: name,
    password: password ?? "",
    // A socket leads to this machine, and Postgres offers no TLS there.
    ssl: socket ? false : tls,
    sslnegotiation: wishes.isDirectTls ? "direct" : null,
    max: Math.min(mostConnections, Math.max(fewestConnections, wishes.connectionLimit ?? mostConnections)),
    prepare: wishes.isPreparing ?? true,
    connect_timeout: wishes.connectTimeoutSeconds ?? 10,
    keep_alive: wishes.keepAliveSeconds ?? 60,
    idle_timeout: 60,
    // What asks again after a failure learns at once whether the server is back.
    backoff: () => 0.1,
    ...(wishes.sessionAttributes ? { target_session_attrs: wishes.sessionAttributes } : {}),
    connection: {
      application_name: wishes.applicationName,
      ...(wishes.serverOptions ? { options: wishes.serverOptions } : {}),
    },
    onnotice: () => {},
  };
}

/** Whether the URL itself says how prepared statements are to be handled. */
export function saysHowToPrepare(databaseUrl: string): boolean {
  return readParameters(parseDatabaseUrl(databaseUrl).parameters).isPreparing !== null;
}

/** Who this process runs as, which Postgres takes for the user where none is named. */
function systemUser(): string {
  try {
    return userInfo().username;
  } catch {
    throw new DatabaseUrlError("names no user: write postgres://user:password@host/database");
  }
}
