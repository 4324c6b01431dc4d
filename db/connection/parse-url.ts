import { DatabaseUrlError } from "./database-url-error.ts";

/** A host and its port; a host that begins with `/` is the directory of a Unix socket. */
type DatabaseHost = { host: string; port: number };

type DatabaseUrl = {
  user: string | null;
  password: string | null;
  hosts: DatabaseHost[];
  database: string | null;
  /** What follows the `?`. A name that stands twice counts with its last value, as in libpq. */
  parameters: Map<string, string>;
};

const defaultPort = 5432;

/** `host[:port][,host[:port]…][/database][?name=value[&…]]`, of which each part may be missing. */
const place =
  /^(?<hosts>(?:\[[0-9a-fA-F:.]+(?:%[\w.-]+)?\]|[^\s:/?#@,[\]]*)(?::\d*)?(?:,(?:\[[0-9a-fA-F:.]+(?:%[\w.-]+)?\]|[^\s:/?#@,[\]]*)(?::\d*)?)*)(?:\/(?<database>[^/?#@]*))?(?:\?(?<query>(?:[\w.-]+=[^&#]*(?:&|$))*))?$/;

/**
 * Reads a connection URL as PostgreSQL defines it (libpq, "Connection URIs"), several hosts and sockets included.
 * Unlike a browser's parser it also takes passwords whose odd characters (`#`, `/`, `?`, `@`, `%`) are not
 * percent-encoded: the part of user and password ends at the first `@` behind which a whole place stands.
 * @throws {DatabaseUrlError}
 */
export function parseDatabaseUrl(text: string): DatabaseUrl {
  const rest = /^postgres(?:ql)?:\/\/(.*)$/is.exec(withoutQuotes(text))?.[1];
  if (rest === undefined) throw new DatabaseUrlError("must start with postgres:// or postgresql://");
  const { credentials, parts } = splitCredentials(rest);
  const parameters = new Map<string, string>();
  for (const pair of (parts.query ?? "").split("&").filter(Boolean)) {
    const equals = pair.indexOf("=");
    const name = pair.slice(0, equals);
    const value = pair.slice(equals + 1);
    parameters.set(name, decode(spacedNames.has(name) ? value.replaceAll("+", "%20") : value));
  }
  const colon = credentials?.indexOf(":") ?? -1;
  const user = colon < 0 ? credentials : (credentials?.slice(0, colon) ?? null);
  return {
    user: take(parameters, "user") ?? (user ? decode(user) : null),
    password:
      take(parameters, "password") ?? (colon < 0 ? null : decode(credentials?.slice(colon + 1) ?? "")),
    hosts: readHosts(parts.hosts ?? "", take(parameters, "host"), take(parameters, "port")),
    database: take(parameters, "dbname") ?? (parts.database ? decode(parts.database) : null),
    parameters,
  };
}

/** Whose spaces some write as `+`, as forms do. To libpq a plus is a plus, and a password may hold one. */
const spacedNames = new Set(["options", "application_name"]);

/** Docker's `--env-file` hands quotes on that stand around a value. */
function withoutQuotes(text: string): string {
  return text.trim().replace(/^(["'])(.*)\1$/s, "$2");
}

type Parts = Record<string, string | undefined>;

/** What stands for user, password and place in the query, where an `@` is part of a value. */
const isPlacedByQuery = /[?&](?:user|password|host|dbname)=/;

function splitCredentials(rest: string): { credentials: string | null; parts: Parts } {
  const whole = place.exec(rest)?.groups;
  if (whole && isPlacedByQuery.test(rest)) return { credentials: null, parts: whole };
  for (let at = rest.indexOf("@"); at >= 0; at = rest.indexOf("@", at + 1)) {
    const parts = place.exec(rest.slice(at + 1))?.groups;
    if (parts) return { credentials: rest.slice(0, at), parts };
  }
  const parts = rest.includes("@") ? undefined : place.exec(rest)?.groups;
  if (parts) return { credentials: null, parts };
  refuseOddQuery(rest);
  throw new DatabaseUrlError(
    "cannot be read: it must look like postgres://user:password@host:5432/database, and odd characters of the password must be percent-encoded (@ is %40)",
  );
}

/** Where only the query cannot be read. What stands before it must be a place, else the mark may be part of a password. */
function refuseOddQuery(rest: string): void {
  const [, before = "", query = ""] = /^(.*)\?([^?@]*)$/s.exec(rest) ?? [];
  const [name = ""] =
    query
      .split("&")
      .find((pair) => pair && !/^[\w.-]+=/.test(pair))
      ?.split("=") ?? [];
  if (!before.includes("@") || !/^[\w.;-]+$/.test(name)) return;
  splitCredentials(before);
  throw new DatabaseUrlError(`has "${name}" behind its question mark, where each part must be name=value`);
}

/** `host=` and `port=` of the query win over the place in front, as sockets need: `postgres:///db?host=/run/postgresql`. */
function readHosts(list: string, hostParameter: string | null, portParameter: string | null): DatabaseHost[] {
  const entries = list.split(",").map((entry) => {
    const [, name = "", port = ""] = /^(\[.*\]|[^:]*)(?::(\d*))?$/.exec(entry) ?? [];
    return { host: decode(name.replace(/^\[|\]$/g, "")), port };
  });
  const names = hostParameter?.split(",") ?? entries.map(({ host }) => host);
  const ports = portParameter?.split(",") ?? entries.map(({ port }) => port);
  return names.map((name, index) => ({
    host: name || "localhost",
    port: readPort((ports.length === 1 ? ports[0] : ports[index]) ?? ""),
  }));
}

function readPort(text: string): number {
  if (text === "") return defaultPort;
  const port = Number(text);
  if (/^\d+$/.test(text) && port >= 1 && port <= 65_535) return port;
  throw new DatabaseUrlError(`names the port "${text}", but a port is a number between 1 and 65535`);
}

function take(parameters: Map<string, string>, name: string): string | null {
  const value = parameters.get(name);
  parameters.delete(name);
  return value || null;
}

/** A text whose percent signs encode nothing is taken as it is: a password may hold them. */
function decode(text: string): string {
  const decoded = decodeIfEncoded(text);
  if (decoded.includes("\0"))
    throw new DatabaseUrlError("holds the character %00, which Postgres cannot take");
  return decoded;
}

function decodeIfEncoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * The URL with one more parameter.
 * @throws {DatabaseUrlError} when it is no connection URL
 */
export function withParameter(databaseUrl: string, name: string, value: string): string {
  const text = withoutQuotes(databaseUrl);
  const { parts } = splitCredentials(text.slice(text.indexOf("://") + 3));
  const joint = parts.query === undefined ? "?" : /(?:^|&)$/.test(parts.query) ? "" : "&";
  return `${text}${joint}${name}=${encodeURIComponent(value)}`;
}
