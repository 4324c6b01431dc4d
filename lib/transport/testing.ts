import type { RouteHandler } from "./handle.ts";

/** Calls a route handler as Next would, with an API key. */
export async function callRoute(
  handler: RouteHandler,
  call: {
    method: string;
    path: string;
    key: string;
    params?: Record<string, string>;
    body?: unknown;
    rawBody?: string;
    headers?: Record<string, string>;
  },
) {
  const body = call.rawBody ?? (call.body === undefined ? undefined : JSON.stringify(call.body));
  const request = new Request(`http://localhost:3000${call.path}`, {
    method: call.method,
    headers: {
      authorization: `Bearer ${call.key}`,
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...call.headers,
    },
    body,
  });
  const response = await handler(request, { params: Promise.resolve(call.params ?? {}) });
  return { status: response.status, headers: response.headers, json: await response.json() };
}
