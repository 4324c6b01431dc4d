import { readFileSync } from "node:fs";
import { type ConnectionOptions, checkServerIdentity, type SecureVersion } from "node:tls";
import { z } from "zod";
import { DatabaseUrlError } from "./database-url-error.ts";

/** What the driver's `ssl` takes: never, where the server has it, or always and how. */
export type Tls = false | "prefer" | ConnectionOptions;

const modes = ["disable", "allow", "prefer", "require", "no-verify", "verify-ca", "verify-full"] as const;
type Mode = (typeof modes)[number];

/** The other spellings of a mode: `ssl` of node-postgres and JDBC, `sslaccept` of Prisma. */
const sslModes = new Map<string, Mode>([
  ["true", "verify-full"],
  ["1", "verify-full"],
  ["false", "disable"],
  ["0", "disable"],
]);
const acceptModes = new Map<string, Mode>([
  ["strict", "verify-full"],
  ["accept_invalid_certs", "require"],
]);

const versions = new Map<string, SecureVersion>([
  ["tlsv1", "TLSv1"],
  ["tlsv1.1", "TLSv1.1"],
  ["tlsv1.2", "TLSv1.2"],
  ["tlsv1.3", "TLSv1.3"],
]);

/** The parameters that speak of TLS, read by readTls. */
export const tlsParameters = [
  "sslmode",
  "ssl",
  "sslaccept",
  "channel_binding",
  "sslrootcert",
  "sslcert",
  "sslkey",
  "sslpassword",
  "ssl_min_protocol_version",
  "ssl_max_protocol_version",
] as const;

/**
 * TLS to the database by libpq's rules: `require` encrypts without asking who answers, unless `sslrootcert` names an
 * authority; `verify-ca` and `verify-full` check the certificate against it, or else against those that Node knows.
 * The driver has no channel binding; `channel_binding=require` gets what it is for from a verified certificate.
 * @param host the one that is dialled first, which a certificate for an address must name
 * @throws {DatabaseUrlError} naming the parameter
 */
export function readTls(parameters: ReadonlyMap<string, string>, host: string): Tls {
  const rootPath = parameters.get("sslrootcert") ?? null;
  const mode = chooseMode(parameters, host, rootPath);
  if (mode === "disable") return false;
  if (mode === "allow" || mode === "prefer") return "prefer";
  const isVerified = mode.startsWith("verify") || (mode === "require" && rootPath !== null);
  const checksName = mode === "verify-full";
  return {
    // Node falls back to "localhost" for a connection to an address that it was not told of.
    host,
    rejectUnauthorized: isVerified,
    checkServerIdentity: checksName ? checkServerIdentity : () => undefined,
    ...(isVerified && rootPath && rootPath !== "system" ? { ca: readPem("sslrootcert", rootPath) } : {}),
    ...readPemOption(parameters, "sslcert", "cert"),
    ...readPemOption(parameters, "sslkey", "key"),
    ...(parameters.has("sslpassword") ? { passphrase: parameters.get("sslpassword") } : {}),
    ...readTlsVersion(parameters, "ssl_min_protocol_version", "minVersion"),
    ...readTlsVersion(parameters, "ssl_max_protocol_version", "maxVersion"),
  };
}

function chooseMode(parameters: ReadonlyMap<string, string>, host: string, rootPath: string | null): Mode {
  const binding = readWord(parameters, "channel_binding", ["disable", "prefer", "require"]);
  const ssl = parameters.get("ssl");
  const accept = readWord(parameters, "sslaccept", [...acceptModes.keys()]);
  const sslMode = ssl === undefined ? undefined : (sslModes.get(ssl) ?? readWord(parameters, "ssl", modes));
  const chosen =
    readWord(parameters, "sslmode", modes) ?? sslMode ?? (rootPath === "system" ? "verify-full" : undefined);
  const mode = chosen ?? (isLocal(host) ? "disable" : "prefer");
  if (binding === "require") {
    if (mode !== "disable") return "verify-full";
    throw new DatabaseUrlError("says channel_binding=require, which needs TLS: set sslmode=verify-full");
  }
  return mode === "disable" || accept === undefined ? mode : (acceptModes.get(accept) ?? mode);
}

/** On the way to this very machine there is nothing to listen in on. */
function isLocal(host: string): boolean {
  return host.startsWith("/") || host === "localhost" || host === "::1" || host.startsWith("127.");
}

function readWord<Word extends string>(
  parameters: ReadonlyMap<string, string>,
  name: string,
  words: readonly Word[],
): Word | undefined {
  const value = parameters.get(name);
  if (value === undefined) return undefined;
  const word = words.find((candidate) => candidate === value);
  if (word) return word;
  throw new DatabaseUrlError(`says ${name}=${value}, but ${name} is one of ${words.join(", ")}`);
}

function readPemOption(parameters: ReadonlyMap<string, string>, name: string, option: "cert" | "key") {
  const path = parameters.get(name);
  return path ? { [option]: readPem(name, path) } : {};
}

const fault = z.object({ code: z.string() });

function readPem(name: string, path: string): string {
  try {
    const text = readFileSync(path, "utf8");
    if (text.includes("-----BEGIN ")) return text;
  } catch (error) {
    const code = fault.safeParse(error).data?.code ?? "an error";
    throw new DatabaseUrlError(`names the file ${path} as ${name}, which cannot be read (${code})`);
  }
  throw new DatabaseUrlError(`names the file ${path} as ${name}, which is not in PEM form`);
}

function readTlsVersion(
  parameters: ReadonlyMap<string, string>,
  name: string,
  option: "minVersion" | "maxVersion",
) {
  const value = parameters.get(name);
  if (value === undefined) return {};
  const version = versions.get(value.toLowerCase());
  if (version) return { [option]: version };
  throw new DatabaseUrlError(`says ${name}=${value}, but it is one of TLSv1.2, TLSv1.3`);
}
