import { subscribe } from "node:diagnostics_channel";
import { IncomingMessage } from "node:http";
import { z } from "zod";

const started = z.object({ request: z.instanceof(IncomingMessage) });

/**
 * For a server that callers reach directly: takes `x-forwarded-for` off each request before anyone reads it, so that
 * Next writes the socket's address there instead of believing the caller. Node tells of a request on this channel
 * before it hands it on.
 */
export function forgetForwardedFor(): void {
  subscribe("http.server.request.start", (message) => {
    const { request } = started.parse(message);
    delete request.headers["x-forwarded-for"];
  });
}
