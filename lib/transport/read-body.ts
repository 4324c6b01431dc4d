import { AppError } from "#lib/errors.ts";

/**
 * The JSON body of a request, or undefined where it has none.
 * @throws {AppError} 415 for another content type, 413 past the limit, 400 for what is not JSON
 */
export async function readJsonBody(request: Request, maxBytes: number): Promise<unknown> {
  const bytes = await readBytes(request, maxBytes);
  if (bytes.length === 0) return undefined;
  const contentType = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (contentType !== "application/json") {
    const message = `The body must be JSON, with content-type: application/json, not ${contentType || "none"}.`;
    throw bodyError(415, "unsupported_media_type", message);
  }
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (error) {
    const detail = error instanceof SyntaxError ? error.message : "it is not UTF-8";
    throw bodyError(400, "malformed_json", `The body is not JSON: ${detail}.`);
  }
}

/**
 * The body of a request, read to a limit.
 * @throws {AppError} 413 past the limit
 */
export async function readBytes(request: Request, maxBytes: number): Promise<Uint8Array> {
  const tooLarge = bodyError(
    413,
    "body_too_large",
    `The body is larger than ${maxBytes.toLocaleString("en")} bytes.`,
  );
  if (Number(request.headers.get("content-length") ?? 0) > maxBytes) throw tooLarge;
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.length;
    if (length > maxBytes) throw tooLarge;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The whole body is at fault, which has the empty path. */
function bodyError(status: number, code: string, message: string): AppError {
  return new AppError({ status, code, message, fieldErrors: [{ path: "", message }] });
}
