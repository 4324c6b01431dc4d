import { NextRequest } from "next/server";
import { AppError } from "#lib/errors.ts";
import { readBytes } from "./read-body.ts";

/**
 * A request for a library that reads bodies without a limit, and breaks on one that is not the JSON that it claims to
 * be: with its body read.
 * @param given.isJson whether the library takes the body for JSON
 * @throws {AppError} 413 past the limit, 400 for a body that breaks off or is not JSON
 */
export async function readAhead(
  request: NextRequest,
  { maxBytes, isJson }: { maxBytes: number; isJson: boolean },
): Promise<NextRequest> {
  const { url, method, headers, signal } = request;
  if (!request.body) return request;
  const bytes = await readBytes(request, maxBytes);
  if (bytes.length === 0) return new NextRequest(url, { method, headers, signal });
  if (isJson) requireJson(bytes);
  return new NextRequest(url, { method, headers, signal, body: Buffer.from(bytes) });
}

function requireJson(bytes: Uint8Array): void {
  try {
    JSON.parse(new TextDecoder().decode(bytes));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const message = `The body is not JSON: ${error.message}.`;
    throw new AppError({ status: 400, code: "malformed_json", message, cause: error });
  }
}
