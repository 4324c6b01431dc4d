import { subscribe } from "node:diagnostics_channel";
import { ServerResponse } from "node:http";
import { z } from "zod";

const started = z.object({ response: z.instanceof(ServerResponse) });
const yearSeconds = 365 * 24 * 60 * 60;

/**
 * Tells browsers, with every answer of this server, to come by https only (RFC 6797). Other names under the same domain
 * are left to whoever runs them. Node tells of a request on this channel before it hands it on.
 */
export function demandHttps(): void {
  subscribe("http.server.request.start", (message) => {
    const { response } = started.parse(message);
    response.setHeader("strict-transport-security", `max-age=${yearSeconds}`);
  });
}
