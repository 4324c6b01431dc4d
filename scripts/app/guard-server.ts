import { IncomingMessage, type Server, ServerResponse } from "node:http";
import { Socket } from "node:net";
import { askedHost, type HostRule, isForUs, settleHost } from "./host-rule.ts";
import { type RequestFault, requestFault } from "./request-fault.ts";

/** How long a request may take to come in, head and body. */
export const arrivalMs = 30_000;

type Refusal = Omit<RequestFault, "status"> & { status: RequestFault["status"] | 421 };

/** What a server says as a request comes in, by the names that Node gives it. */
const arrivals = new Set<unknown>(["request", "upgrade", "connect", "checkContinue", "checkExpectation"]);

/**
 * Puts the rule in front of a server: a request that is not meant for it is answered 421 before anyone reads it, and one
 * that nobody behind it can read 400, 405 or 501.
 */
export function guardServer(server: Server, rule: HostRule): void {
  server.emit = new Proxy(server.emit, {
    apply(emit, self, args: unknown[]) {
      const [name, request, answer] = args;
      const isArrival = arrivals.has(name) && request instanceof IncomingMessage;
      if (!isArrival) return Reflect.apply(emit, self, args);
      // A tunnel is refused in any case. It names the host that it should lead to, which is never ours.
      const refusal =
        name !== "connect" && !isForUs(request, rule) ? misdirected(request, rule) : requestFault(request);
      if (!refusal) {
        settleHost(request.headers, rule);
        return Reflect.apply(emit, self, args);
      }
      if (answer instanceof ServerResponse) refuse(request, answer, refusal);
      else if (answer instanceof Socket) answer.end(formatHead(refusal));
      return true;
    },
  });
  // Node cuts off a CONNECT that nobody listens for, without an answer.
  server.on("connect", (_, socket) => socket.destroy());
}

function misdirected(request: IncomingMessage, rule: HostRule): Refusal {
  const host = (askedHost(request) ?? "").replaceAll(/[^\w.:[\]-]/g, "").slice(0, 200);
  const detail =
    `This server answers to ${rule.appUrl.host}, and was asked for ${host || "no host"}. ` +
    "If that is an address of it, or a proxy puts it there, its operator names it in ALLOWED_HOSTS or sets APP_URL.";
  return { status: 421, code: "misdirected_request", title: "Misdirected request", detail };
}

function formatHead({ status, title, allow }: Refusal): string {
  const lines = [`HTTP/1.1 ${status} ${title}`, ...(allow ? [`allow: ${allow}`] : []), "content-length: 0"];
  return `${lines.join("\r\n")}\r\nconnection: close\r\n\r\n`;
}

function refuse(request: IncomingMessage, response: ServerResponse, refusal: Refusal): void {
  const { allow, ...said } = refusal;
  const isForPrograms = /^\/(?:api|sandbox)\//.test(request.url ?? "");
  response.writeHead(refusal.status, {
    "content-type": isForPrograms ? "application/problem+json" : "text/plain; charset=utf-8",
    "cache-control": "no-store",
    connection: "close",
    ...(allow ? { allow } : {}),
  });
  const problem = { type: `urn:patchbay:problem:${refusal.code}`, ...said };
  response.end(isForPrograms ? JSON.stringify(problem) : `${refusal.detail}\n`);
}
