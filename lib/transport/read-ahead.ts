import { NextRequest } from "next/server";
import { AppError } from "#lib/errors.ts";
import type { Message } from "#lib/failures/message.ts";
import { say } from "#lib/failures/say.ts";
import { readBytes } from "./read-body.ts";

/**
 * A request for a library that reads bodies without a limit, and breaks on one that is not the JSON that it expects:
 * with its body read.
 * @param options.isJson whether the library expects an object in JSON
 * @throws {AppError} 413 past the limit, 400 for a body that breaks off or is no such object
 */
export async function readAhead(
  request: NextRequest,
  { maxBytes, isJson }: { maxBytes: number; isJson: boolean },
): Promise<NextRequest> {
  const { url, method, headers, signal } = request;
  if (method === "GET" || method === "HEAD") return request;
  const bytes = await readBytes(request, maxBytes);
  if (isJson) requireObject(bytes);
  return new NextRequest(url, { method, headers, signal, body: Buffer.from(bytes) });
}

function requireObject(bytes: Uint8Array): void {
  const value = parse(new TextDecoder().decode(bytes));
  if (typeof value === "object" && value !== null) return;
  throw malformed(say("problem_body_not_object"));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw malformed(say("problem_body_not_json", { why: error.message }));
  }
}

function malformed(said: Message): AppError {
  return new AppError({ status: 400, code: "malformed_json", said });
}
