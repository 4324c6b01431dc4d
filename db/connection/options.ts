import { userInfo } from "node:os";
import { DatabaseUrlError } from "./database-url-error.ts";
import { type ConnectionWishes, readParameters } from "./parameters.ts";
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

/**
 * How the server plans what is prepared. `each_time`: for the values of each call, as lists need it, whose values decide
 * which index is best. `by_keys`: once, and without reading whole tables. So a plan that is made while a table
 * is empty, or a day has just begun, is right for a backlog as well; for statements that are always about few rows.
 */
export type Planning = "each_time" | "by_keys";

const planningOptions: Record<Planning, string> = {
  each_time: "-c plan_cache_mode=force_custom_plan",
  by_keys: "-c enable_seqscan=off -c enable_bitmapscan=off -c enable_mergejoin=off -c jit=off",
};

/** A pool below this could starve: while one transaction runs, others ask for connections of their own. */
const fewestConnections = 3;
const mostConnections = 20;

/** Of the connections, those that plan by keys; none where the pool is small. */
const keyConnections = 6;
const fewestToShare = 12;

/**
 * The driver's options for a connection URL. All are given, so that PGHOST and its like change nothing, and no
 * parameter is sent at the start of a connection that a pooler might not know.
 * @throws {DatabaseUrlError} in plain words, for what cannot be understood
 */
export function connectionOptions(databaseUrl: string, planning: Planning = "each_time"): ConnectionOptions {
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
    max: countConnections(wishes)[planning],
    prepare: wishes.isPreparing ?? true,
    connect_timeout: wishes.connectTimeoutSeconds ?? 10,
    keep_alive: wishes.keepAliveSeconds ?? 60,
    idle_timeout: 60,
    // What asks again after a failure learns at once whether the server is back.
    backoff: () => 0.1,
    ...(wishes.sessionAttributes ? { target_session_attrs: wishes.sessionAttributes } : {}),
    connection: {
      application_name: wishes.applicationName,
      ...readServerOptions(wishes, planning),
    },
    onnotice: () => {},
  };
}

function readServerOptions({ serverOptions, isDirect }: ConnectionWishes, planning: Planning) {
  const options = [serverOptions, isDirect ? planningOptions[planning] : null].filter(Boolean).join(" ");
  return options ? { options } : {};
}

function countConnections({ connectionLimit, isDirect }: ConnectionWishes): Record<Planning, number> {
  const total = Math.min(mostConnections, Math.max(fewestConnections, connectionLimit ?? mostConnections));
  const by_keys = isDirect && total >= fewestToShare ? keyConnections : 0;
  return { each_time: total - by_keys, by_keys };
}

/** How many connections there are of each way of planning, and whether statements are to be prepared. */
export function describePool(databaseUrl: string): { isPreparing: boolean; hasKeyConnections: boolean } {
  const wishes = readParameters(parseDatabaseUrl(databaseUrl).parameters);
  return {
    isPreparing: wishes.isDirect && wishes.isPreparing !== false,
    hasKeyConnections: countConnections(wishes).by_keys > 0,
  };
}

/** Whether the URL itself says how prepared statements are to be handled. */
export function saysHowToPrepare(databaseUrl: string): boolean {
  const { isPreparing, isDirect } = readParameters(parseDatabaseUrl(databaseUrl).parameters);
  return isPreparing !== null || isDirect;
}

/** Who this process runs as, which Postgres takes for the user where none is named. */
function systemUser(): string {
  try {
    return userInfo().username;
  } catch {
    throw new DatabaseUrlError("names no user: write postgres://user:password@host/database");
  }
}
