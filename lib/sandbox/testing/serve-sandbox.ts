import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { buffer } from "node:stream/consumers";
import { env } from "#lib/env.ts";
import { AppError } from "#lib/errors.ts";
import { logger } from "#lib/logger.ts";
import type { Provider } from "#lib/providers/contract/provider.ts";
import { answerSandbox } from "#lib/sandbox/core/answer-sandbox.ts";
import { readSandboxPath } from "#lib/sandbox/origin.ts";
import { toProblem } from "#lib/transport/problem.ts";

type Answerer = (request: Request) => Promise<Response | null>;

/** One request to a server of tests and its answer, as they went over the wire. Header names are in lower case. */
export type Exchange = {
  method: string;
  /** Path and query. */
  path: string;
  requestHeaders: Readonly<Record<string, string>>;
  requestBody: string;
  status: number;
  responseHeaders: Readonly<Record<string, string>>;
  responseBody: string;
};

type ServeOptions = {
  providers: readonly Provider[];
  also?: Answerer;
  isAnswerLost?: () => boolean;
  onExchange?: (exchange: Exchange) => void;
};

/**
 * Serves the sandboxes of some providers where the tests of this worker expect them, at env().PORT.
 * @param options.also answers what is not theirs, such as /api/inbound/…; null = 404
 */
export async function serveSandbox(options: {
  providers: readonly Provider[];
  also?: Answerer;
  /** Asked for each call to a sandbox as it comes in: whether the answer is to be thrown away once it is there. */
  isAnswerLost?: () => boolean;
  /** Told of each exchange once its answer has been sent. */
  onExchange?: (exchange: Exchange) => void;
}): Promise<{ close: () => Promise<void> }> {
  const server = createServer((incoming, outgoing) => {
    void serve(options, incoming, outgoing);
  });
  server.listen(env().PORT, "localhost");
  await once(server, "listening");
  return {
    close: async () => {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

async function serve(
  options: ServeOptions,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const gone = new AbortController();
  outgoing.once("close", () => gone.abort());
  try {
    const isLost = (incoming.url?.startsWith("/sandbox/") && options.isAnswerLost?.()) ?? false;
    const request = await readRequest(incoming, gone.signal);
    const sent = options.onExchange ? request.clone() : null;
    const response = await answerAsServed(options, request);
    if (isLost) throw new Error("This answer is to be lost.");
    const body = Buffer.from(await response.arrayBuffer());
    outgoing.writeHead(response.status, Object.fromEntries(response.headers)).end(body);
    if (sent) options.onExchange?.(await toExchange(sent, response, body));
  } catch (error) {
    // A lost answer comes here too: the caller is to see the connection end.
    logger.debug({ err: error }, "the sandbox of a test broke off");
    outgoing.destroy();
  }
}

async function toExchange(request: Request, response: Response, body: Buffer): Promise<Exchange> {
  const { pathname, search } = new URL(request.url);
  return {
    method: request.method,
    path: `${pathname}${search}`,
    requestHeaders: Object.fromEntries(request.headers),
    requestBody: await request.text(),
    status: response.status,
    responseHeaders: Object.fromEntries(response.headers),
    responseBody: body.toString("utf8"),
  };
}

async function readRequest(incoming: IncomingMessage, signal: AbortSignal): Promise<Request> {
  const { method = "GET", url = "/", headers } = incoming;
  const body = await buffer(incoming);
  return new Request(`http://localhost:${env().PORT}${url}`, {
    method,
    headers: Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]),
    signal,
    ...(body.length > 0 ? { body: new Uint8Array(body) } : {}),
  });
}

/** What is answered to a request, without the way there and back. @throws what the server would break off for */
export async function answerAsServed(
  { providers, also }: { providers: readonly Provider[]; also?: Answerer },
  request: Request,
): Promise<Response> {
  const place = readSandboxPath(new URL(request.url).pathname);
  const provider = providers.find(({ id }) => id === place?.providerId);
  if (place && provider) {
    // Webhooks may come before the answer. Here they all do, so that a test need not wait for what it looks at.
    const told: Promise<void>[] = [];
    const afterwards = (work: () => Promise<void>) => void told.push(work());
    const response = await answerSandbox({ provider, request, path: place.path, afterwards }).catch(
      (error: unknown) => {
        if (error instanceof AppError) return toProblem(error, "test");
        throw error;
      },
    );
    await Promise.all(told);
    return response;
  }
  return (await also?.(request)) ?? new Response("There is nothing here.", { status: 404 });
}
