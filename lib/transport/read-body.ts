import { AppError } from "#lib/errors.ts";
import type { Message } from "#lib/failures/message.ts";
import { say } from "#lib/failures/say.ts";
import { maxDepth, maxValues } from "#lib/plain-data.ts";
import { jsonExcess } from "./json-excess.ts";

/** ASCII is a part of UTF-8. */
const charsets = ["utf-8", "utf8", "us-ascii"];

/**
 * The JSON body of a request, or undefined where it has none. What is too deep, too large or of too many parts is
 * refused before it is read as JSON.
 * @param onRead told the length in bytes before anything is done with them; may refuse
 * @throws {AppError} 415 for another content type, charset or encoding, 413 past a limit, 400 for what is not JSON or
 *   too deep
 */
export async function readJsonBody(
  request: Request,
  maxBytes: number,
  onRead?: (length: number) => Promise<void>,
): Promise<unknown> {
  requirePlainEncoding(request);
  const bytes = await readBytes(request, maxBytes);
  await onRead?.(bytes.length);
  if (bytes.length === 0) return undefined;
  requireJsonType(request);
  const text = decodeUtf8(bytes);
  const excess = jsonExcess(text);
  if (excess === "depth") {
    throw bodyError(400, "json_too_deep", say("problem_body_too_deep", { max: maxDepth }));
  }
  if (excess === "count") {
    throw bodyError(413, "body_too_large", say("problem_body_too_many", { max: maxValues }));
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw bodyError(400, "malformed_json", say("problem_body_not_json", { why: error.message }));
  }
}

/**
 * The body of a request, read to a limit.
 * @throws {AppError} 413 past the limit, 400 for a body that breaks off
 */
export async function readBytes(request: Request, maxBytes: number): Promise<Uint8Array> {
  const tooLarge = bodyError(413, "body_too_large", say("problem_body_too_large", { max: maxBytes }));
  if (Number(request.headers.get("content-length") ?? 0) > maxBytes) throw tooLarge;
  const chunks: Uint8Array[] = [];
  let length = 0;
  const body: AsyncIterable<Uint8Array> | [] = request.body ?? [];
  for await (const chunk of untilCutOff(body)) {
    length += chunk.length;
    if (length > maxBytes) throw tooLarge;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The caller hung up: nobody reads the answer, and nothing here is broken. */
async function* untilCutOff(
  body: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncIterable<Uint8Array> {
  try {
    yield* body;
  } catch (error) {
    throw bodyError(400, "body_cut_off", say("problem_body_cut_off"), error);
  }
}

function requirePlainEncoding(request: Request): void {
  const encoding = request.headers.get("content-encoding")?.trim().toLowerCase() ?? "";
  if (encoding === "" || encoding === "identity") return;
  const said = say("problem_body_packed", { encoding: encoding.slice(0, 50) });
  throw bodyError(415, "unsupported_content_encoding", said);
}

function requireJsonType(request: Request): void {
  const [type = "", ...parameters] = (request.headers.get("content-type") ?? "")
    .slice(0, 200)
    .split(";")
    .map((part) => part.trim().toLowerCase());
  if (type !== "application/json") {
    const said = say("problem_body_type", { type: type || "none" });
    throw bodyError(415, "unsupported_media_type", said);
  }
  const charset = parameters.find((part) => part.startsWith("charset="))?.slice("charset=".length);
  if (charset === undefined || charsets.includes(charset.replaceAll('"', ""))) return;
  throw bodyError(415, "unsupported_charset", say("problem_body_charset", { charset }));
}

function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    throw bodyError(400, "malformed_json", say("problem_body_not_utf8"), error);
  }
}

/** The whole body is at fault, which has the empty path. */
function bodyError(status: number, code: string, said: Message, cause?: unknown): AppError {
  return new AppError({ status, code, said, fieldErrors: [{ path: "", message: said }], cause });
}
