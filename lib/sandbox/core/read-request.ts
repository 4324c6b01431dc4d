import { AppError } from "#lib/errors.ts";
import { say } from "#lib/failures/say.ts";
import type { SandboxRequest } from "#lib/providers/sandbox-kit/contract.ts";
import { readBytes } from "#lib/transport/read-body.ts";

const maxBodyBytes = 1024 * 1024;
/** Rails, behind most of these providers, reads no deeper; what goes through a value must not run out of stack. */
const mostDeep = 100;
const hostForm = /^[a-z0-9.-]+(:\d{1,5})?$/i;

/**
 * A request to the sandbox as the provider would have got it.
 * @param path `<real host>/<path>`, percent-encoded, without the query
 * @throws {AppError} 400 for a path that names no address, 413 for a body over 1 MiB
 */
export async function readSandboxRequest(request: Request, path: string): Promise<SandboxRequest> {
  const url = readRealUrl(path, new URL(request.url).search);
  const text = new TextDecoder().decode(await readBytes(request, maxBodyBytes));
  const headers = { ...Object.fromEntries(request.headers), host: url.host };
  const isForm = /^application\/x-www-form-urlencoded\b/i.test(request.headers.get("content-type") ?? "");
  return {
    method: request.method,
    url,
    headers,
    text,
    json: isForm ? undefined : readJson(text),
    form: new URLSearchParams(isForm ? text : ""),
  };
}

function readRealUrl(path: string, search: string): URL {
  const slash = path.indexOf("/");
  const rawHost = slash === -1 ? path : path.slice(0, slash);
  const host = rawHost.replace(/%3a/i, ":");
  const address = `https://${host}${slash === -1 ? "/" : path.slice(slash)}${search}`;
  if (!hostForm.test(host) || !URL.canParse(address) || !canDecode(path)) {
    throw new AppError({
      status: 400,
      code: "bad_sandbox_path",
      said: say("problem_sandbox_path", { path }),
    });
  }
  return new URL(address);
}

function canDecode(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch (error) {
    if (error instanceof URIError) return false;
    throw error;
  }
}

function readJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return isTooDeep(value) ? undefined : value;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function isTooDeep(value: unknown): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > mostDeep) return true;
    level = level.flatMap((item) => (typeof item === "object" && item !== null ? Object.values(item) : []));
  }
  return false;
}
