import { DatabaseUrlError } from "./database-url-error.ts";
import { tlsParameters } from "./tls.ts";

/** What the parameters of a URL ask of a connection, apart from TLS. */
export type ConnectionWishes = {
  applicationName: string;
  /** Connections at most; null = ours to choose. */
  connectionLimit: number | null;
  connectTimeoutSeconds: number | null;
  keepAliveSeconds: number | null;
  /** Whether named prepared statements may be used; null = nobody said. */
  isPreparing: boolean | null;
  /** Whether the server itself answers, as it is said: then a connection may say how it plans. */
  isDirect: boolean;
  sessionAttributes: "read-write" | "primary" | null;
  isDirectTls: boolean;
  /** Command-line options for the server (`-c name=value`), sent when the connection starts. */
  serverOptions: string | null;
};

type Rule = (value: string, wishes: ConnectionWishes, name: string) => void;

/** Understood and without an effect here: they speak of another client's pool, or of what we do anyway. */
const ignored: Rule = () => {};

function oneOf(...words: readonly string[]): Rule {
  return (value, _wishes, name) => {
    if (!words.includes(value.toLowerCase())) refuse(name, value, `Patchbay takes ${name}=${words[0]} only`);
  };
}

function count(set: (wishes: ConnectionWishes, value: number) => void): Rule {
  return (value, wishes, name) => {
    if (!/^\d{1,6}$/.test(value)) refuse(name, value, `${name} is a whole number`);
    set(wishes, Number(value));
  };
}

/** A size of 0 says that prepared statements are not kept. */
const statementCache = count((wishes, size) => {
  if (size === 0) wishes.isPreparing = false;
});
const poolSize = count((wishes, size) => {
  if (size > 0) wishes.connectionLimit = size;
});
const connectSeconds = count((wishes, seconds) => {
  wishes.connectTimeoutSeconds = seconds || null;
});
const keepAliveSeconds = count((wishes, seconds) => {
  wishes.keepAliveSeconds = seconds || null;
});

function preparing(isPreparingIfTrue: boolean): Rule {
  return (value, wishes, name) => {
    if (!/^(?:true|false|1|0)$/i.test(value)) refuse(name, value, `${name} is true or false`);
    wishes.isPreparing = /^(?:true|1)$/i.test(value) === isPreparingIfTrue;
  };
}

const publicOnly: Rule = (value, _wishes, name) => {
  if (value !== "public")
    refuse(name, value, "Patchbay keeps its tables in the schema public; give it a database of its own");
};
const onTheRole: Rule = (value, _wishes, name) =>
  refuse(name, value, `take it out; if you need it, set it on the role: ALTER ROLE … SET ${name} = …`);
const elsewhere: Rule = (value, _wishes, name) =>
  refuse(name, value, "Patchbay does not know it; take it out of the URL");

const rules = new Map<string, Rule>([
  ["application_name", readApplicationName],
  ["fallback_application_name", ignored],
  // Pools: Prisma, pgx, Rails, SQLAlchemy.
  ["connection_limit", poolSize],
  ["pool_max_conns", poolSize],
  ["max", poolSize],
  ["pool", poolSize],
  ["pool_size", poolSize],
  ["pool_timeout", ignored],
  ["socket_timeout", ignored],
  ["idle_timeout", ignored],
  ["max_lifetime", ignored],
  ["pool_min_conns", ignored],
  ["pool_max_conn_lifetime", ignored],
  ["pool_max_conn_idle_time", ignored],
  ["single_use_connections", ignored],
  ["connect_timeout", connectSeconds],
  ["keepalives", ignored],
  ["keepalives_idle", keepAliveSeconds],
  ["keepalives_interval", ignored],
  ["keepalives_count", ignored],
  ["tcp_user_timeout", ignored],
  // Prepared statements: Prisma, asyncpg, sqlx, JDBC, Rails, pgx, postgres.js.
  ["pgbouncer", preparing(false)],
  ["prepare", preparing(true)],
  ["prepared_statements", preparing(true)],
  ["preparedStatements", preparing(true)],
  ["statement_cache_size", statementCache],
  ["prepared_statement_cache_size", statementCache],
  ["statement-cache-capacity", statementCache],
  ["statement_cache_capacity", statementCache],
  ["prepareThreshold", statementCache],
  ["direct", readDirect],
  // Marks that hosts put in for their own tools.
  ["supa", ignored],
  ["workaround", ignored],
  ["uselibpqcompat", ignored],
  ["load_balance_hosts", ignored],
  ["sslcompression", oneOf("0", "false")],
  ["sslsni", oneOf("1", "true")],
  ["gssencmode", oneOf("disable", "prefer")],
  ["sslnegotiation", readNegotiation],
  ["target_session_attrs", readSessionAttributes],
  ["client_encoding", oneOf("utf8", "utf-8", "auto", "unicode")],
  ["options", readServerOptions],
  ["schema", publicOnly],
  ["currentSchema", publicOnly],
  ["search_path", publicOnly],
  ["lock_timeout", onTheRole],
  ["statement_timeout", onTheRole],
  ["idle_in_transaction_session_timeout", onTheRole],
  ["timezone", onTheRole],
  ["TimeZone", onTheRole],
  ["DateStyle", onTheRole],
]);

function readApplicationName(value: string, wishes: ConnectionWishes): void {
  wishes.applicationName = value || "patchbay";
}

function readDirect(value: string, wishes: ConnectionWishes, name: string): void {
  oneOf("true", "false")(value, wishes, name);
  wishes.isDirect = value === "true";
}

function readNegotiation(value: string, wishes: ConnectionWishes, name: string): void {
  oneOf("postgres", "direct")(value, wishes, name);
  wishes.isDirectTls = value === "direct";
}

function readSessionAttributes(value: string, wishes: ConnectionWishes, name: string): void {
  if (value === "read-write" || value === "primary") wishes.sessionAttributes = value;
  else if (value !== "any") refuse(name, value, "Patchbay writes: set read-write, primary or any");
}

function readServerOptions(value: string, wishes: ConnectionWishes, name: string): void {
  if (/search_path/i.test(value))
    refuse(name, value, "Patchbay keeps its tables in the schema public; give it a database of its own");
  wishes.serverOptions = value || null;
}

function refuse(name: string, value: string, remedy: string): never {
  throw new DatabaseUrlError(`says ${name}=${value}: ${remedy}`);
}

/**
 * Reads the parameters of DATABASE_URL that are not about TLS: those of libpq, and those of other clients that hosts
 * put into the URLs they hand out. None is sent to the server, but `application_name` and `options`: a pooler refuses
 * whatever it does not know.
 * @throws {DatabaseUrlError} naming the parameter, and what to do
 */
export function readParameters(parameters: ReadonlyMap<string, string>): ConnectionWishes {
  const wishes: ConnectionWishes = {
    applicationName: "patchbay",
    connectionLimit: null,
    connectTimeoutSeconds: null,
    keepAliveSeconds: null,
    isPreparing: null,
    isDirect: false,
    sessionAttributes: null,
    isDirectTls: false,
    serverOptions: null,
  };
  const readElsewhere = new Set<string>(tlsParameters);
  for (const [name, value] of parameters) {
    if (!readElsewhere.has(name)) (rules.get(name) ?? elsewhere)(value, wishes, name);
  }
  return wishes;
}
