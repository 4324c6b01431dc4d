import type { Bundle, HttpRequest, HttpResponse, Z } from "./platform.ts";

/** Signs each request with the API key of the connection. */
export function addApiKey(request: HttpRequest, _z: Z, { authData }: Bundle): HttpRequest {
  if (!authData.apiKey) return request;
  return { ...request, headers: { ...request.headers, authorization: `Bearer ${authData.apiKey}` } };
}

/**
 * Turns a refusal of Patchbay into a sentence that the Zap's owner can act on. Patchbay answers with a problem as in
 * RFC 9457, whose `detail` is written for merchants.
 * @throws for every status from 400 on
 */
export function explainProblem(response: HttpResponse, z: Z): HttpResponse {
  const { status, data } = response;
  if (status < 400) return response;
  const message = [readDetail(data) ?? `Patchbay answered with ${status}.`, ...listFieldProblems(data)].join(
    " ",
  );
  if (status === 401) {
    const advice = "Make a new API key in Patchbay, and connect again with it.";
    throw new z.errors.Error(`${message} ${advice}`, "AuthenticationError", status);
  }
  if (status === 403) {
    const advice = "Make an API key that has it in Patchbay, and connect again with it.";
    throw new z.errors.Error(`${message} ${advice}`, "AuthenticationError", status);
  }
  throw new z.errors.Error(message, status === 422 ? "InvalidData" : "ResponseError", status);
}

function readDetail(data: unknown): string | undefined {
  const isProblem = typeof data === "object" && data !== null && "detail" in data;
  return isProblem && typeof data.detail === "string" ? data.detail : undefined;
}

function listFieldProblems(data: unknown): string[] {
  const hasErrors = typeof data === "object" && data !== null && "errors" in data;
  if (!hasErrors || !Array.isArray(data.errors)) return [];
  return data.errors.map(({ path, message }) => `${path} ${message}.`);
}
