import { DatabaseUrlError } from "#db/connection/database-url-error.ts";
import { parseDatabaseUrl } from "#db/connection/parse-url.ts";
import { UnfitDatabaseError } from "#db/connection/unfit-database-error.ts";
import { PlainError } from "#scripts/plain-error.ts";

/** By the code of the network, of TLS (Node's), or of Postgres (SQLSTATE): what is wrong, in words. */
const reasons = new Map<string, string>([
  ["ECONNREFUSED", "nothing accepts connections there"],
  ["ENOTFOUND", "there is no such host"],
  ["EAI_AGAIN", "the name of the host cannot be looked up"],
  ["EHOSTUNREACH", "no network leads to it"],
  ["ENETUNREACH", "no network leads to it"],
  ["ETIMEDOUT", "it does not answer"],
  ["CONNECT_TIMEOUT", "it does not answer"],
  ["ECONNRESET", "it closed the connection. If it offers no TLS, sslmode=disable says to do without"],
  ["CONNECTION_CLOSED", "it closed the connection"],
  ["ENOENT", "there is no such socket"],
  ["EACCES", "this user may not use its socket"],
  ["SELF_SIGNED_CERT_IN_CHAIN", "an unknown authority signed its certificate: name that with sslrootcert"],
  ["DEPTH_ZERO_SELF_SIGNED_CERT", "its certificate is signed by itself: name it with sslrootcert"],
  [
    "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
    "an unknown authority signed its certificate: name that with sslrootcert",
  ],
  [
    "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
    "an unknown authority signed its certificate: name that with sslrootcert",
  ],
  ["ERR_SSL_WRONG_VERSION_NUMBER", "it offers no TLS. sslmode=disable says to do without"],
  ["EPROTO", "it offers no TLS that Node could use. sslmode=disable says to do without"],
  ["CERT_HAS_EXPIRED", "its certificate has expired"],
  [
    "ERR_TLS_CERT_ALTNAME_INVALID",
    "its certificate is for another host: sslmode=verify-ca does without the name",
  ],
  ["28P01", "it refuses the password"],
  ["28000", "it refuses the user"],
  ["3D000", "it has no such database"],
  [
    "42501",
    "the user may not create tables there: let it own the database, or GRANT CREATE ON DATABASE and ON SCHEMA public to it",
  ],
  ["25006", "it can only be read. Name the primary, or all hosts with target_session_attrs=read-write"],
  ["53300", "it has no connection left"],
  ["57P03", "it is starting up or shutting down: try again in a moment"],
  ["08P01", "a pooler refuses what Patchbay asks of it"],
  ["0A000", "the server lacks something that Patchbay needs"],
]);

/** Whose message says more than the code. */
const quoted = new Set(["28000", "42501", "08P01", "0A000", "53300"]);

/**
 * Says in plain words why a database cannot be used, and never its password.
 * @throws {PlainError} for what is known; anything else as it came
 */
export function explainDatabaseFailure(error: unknown, url: string): never {
  if (error instanceof DatabaseUrlError) throw new PlainError(`DATABASE_URL ${error.message}.`);
  if (error instanceof UnfitDatabaseError) {
    throw new PlainError(`The database ${formatPlace(url)} cannot be used: ${error.message}.`);
  }
  const cause = deepestCause(error);
  const code = cause && "code" in cause ? String(cause.code) : "";
  const reason = reasons.get(code) ?? (isRefusal(cause) ? "it refuses the connection" : undefined);
  if (!cause || !reason) throw error;
  const words = quoted.has(code) || !reasons.has(code) ? ` (“${cause.message}”)` : "";
  throw new PlainError(
    `The database ${formatPlace(url)} cannot be used: ${reason}${words}. Check DATABASE_URL.`,
  );
}

/** Postgres, or a pooler, ended the connection itself and said why. */
function isRefusal(error: Error | null): boolean {
  return error !== null && "severity" in error && error.severity === "FATAL";
}

/** drizzle wraps the driver's error; a failed dial to several addresses of one host has one for each. */
function deepestCause(error: unknown): Error | null {
  if (!(error instanceof Error)) return null;
  if (error instanceof AggregateError && error.errors[0] instanceof Error) return error.errors[0];
  return deepestCause(error.cause) ?? error;
}

function formatPlace(url: string): string {
  const { hosts, database } = parseDatabaseUrl(url);
  return `${hosts.map(({ host, port }) => `${host}:${port}`).join(",")}/${database ?? ""}`;
}
