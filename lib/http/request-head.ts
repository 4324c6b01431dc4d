import { version } from "#lib/version.ts";
import type { Target } from "./target.ts";

/** What firewalls ask of every request, and what spares us packed answers; the caller's own take their place. */
const defaults = { accept: "*/*", "accept-encoding": "identity", "user-agent": `Patchbay/${version}` };

/** Headers of the connection and of the body's length, which only this client knows. */
const ownNames = new Set([
  "host",
  "connection",
  "content-length",
  "keep-alive",
  "transfer-encoding",
  "expect",
  "upgrade",
]);

/**
 * The request line and headers of a request (RFC 9112 §3), with the empty line after them.
 * @throws {TypeError} for a name or a value that cannot be sent
 */
export function writeRequestHead(request: {
  method: string;
  target: Target;
  headers: Readonly<Record<string, string>>;
  body: string | Uint8Array | undefined;
}): string {
  const { method, target, body } = request;
  const headers = Object.entries(request.headers).map(
    ([name, value]) => [name.toLowerCase(), value] as const,
  );
  const fields = { ...defaults, ...Object.fromEntries(headers.filter(([name]) => !ownNames.has(name))) };
  const lines = [
    `${method} ${target.path} HTTP/1.1`,
    `host: ${target.origin.replace(/^https?:\/\//, "")}`,
    "connection: keep-alive",
    ...Object.entries(fields).map(([name, value]) => field(name, value)),
    ...lengthLine(method, body),
  ];
  return `${lines.join("\r\n")}\r\n\r\n`;
}

function field(name: string, value: string): string {
  if (!/^[!#$%&'*+.^_`|~0-9a-z-]+$/.test(name))
    throw new TypeError("A header has a name that cannot be sent.");
  if (!/^[\t\x20-\x7e\x80-\xff]*$/.test(value))
    throw new TypeError(`The header ${name} has a value that cannot be sent.`);
  return `${name}: ${value}`;
}

/** RFC 9110 §8.6: stated where there is a body, and where one would be expected. */
function lengthLine(method: string, body: string | Uint8Array | undefined): string[] {
  if (body === undefined)
    return method === "POST" || method === "PUT" || method === "PATCH" ? ["content-length: 0"] : [];
  return [`content-length: ${typeof body === "string" ? Buffer.byteLength(body) : body.byteLength}`];
}
