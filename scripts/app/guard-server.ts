import { IncomingMessage, type Server, ServerResponse } from "node:http";
import { Socket } from "node:net";
import { type HostRule, isForUs, settleHost } from "./host-rule.ts";

/** How long a request may take to come in, head and body. */
export const arrivalMs = 30_000;

const misdirected = 421;
/** What a server says as a request comes in, by the names that Node gives it. */
const arrivals = new Set<unknown>(["request", "upgrade", "checkContinue", "checkExpectation"]);

/** Puts the rule in front of a server: a request that is not meant for it is answered 421 before anyone reads it. */
export function guardServer(server: Server, rule: HostRule): void {
  server.emit = new Proxy(server.emit, {
    apply(emit, self, given: unknown[]) {
      const [name, request, answer] = given;
      const isArrival = arrivals.has(name) && request instanceof IncomingMessage;
      if (!isArrival) return Reflect.apply(emit, self, given);
      if (isForUs(request, rule)) {
        settleHost(request.headers, rule);
        return Reflect.apply(emit, self, given);
      }
      if (answer instanceof ServerResponse) refuse(request, answer, rule);
      else if (answer instanceof Socket)
        answer.end(`HTTP/1.1 ${misdirected} Misdirected Request\r\nconnection: close\r\n\r\n`);
      return true;
    },
  });
}

function refuse(request: IncomingMessage, response: ServerResponse, rule: HostRule): void {
  const host = (request.headers.host ?? "").replaceAll(/[^\w.:[\]-]/g, "").slice(0, 200);
  const detail =
    `This server answers to ${rule.appUrl.host}, and was asked for ${host || "no host"}. ` +
    "If that is an address of it, or a proxy puts it there, its operator names it in ALLOWED_HOSTS or sets APP_URL.";
  const isForPrograms = /^\/(?:api|sandbox)\//.test(request.url ?? "");
  const problem = {
    type: "urn:patchbay:problem:misdirected_request",
    title: "Misdirected request",
    status: misdirected,
    detail,
    code: "misdirected_request",
  };
  response.writeHead(misdirected, {
    "content-type": isForPrograms ? "application/problem+json" : "text/plain; charset=utf-8",
    "cache-control": "no-store",
    connection: "close",
  });
  response.end(isForPrograms ? JSON.stringify(problem) : `${detail}\n`);
}
