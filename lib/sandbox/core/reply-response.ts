import type { SandboxReply } from "#lib/providers/sandbox-kit/contract.ts";

const bodiless = new Set([204, 304]);

/** A reply in the form of the Fetch standard. */
export function toResponse({ status, headers, json, text }: SandboxReply): Response {
  const sent = new Headers({ "cache-control": "no-store", ...headers });
  const isJson = json !== undefined;
  if (!sent.has("content-type"))
    sent.set("content-type", isJson ? "application/json" : "text/plain; charset=utf-8");
  const body = isJson ? JSON.stringify(json) : (text ?? "");
  return new Response(bodiless.has(status) ? null : body, { status, headers: sent });
}

/** An answer that breaks off before its first byte: the caller sees the connection end. */
export function lostResponse(): Response {
  const body = new ReadableStream({
    start: (controller) => controller.error(new Error("The sandbox lost this answer on purpose.")),
  });
  return new Response(body, { status: 200 });
}
