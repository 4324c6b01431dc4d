import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

type ReceivedRequest = {
  headers: Record<string, string>;
  body: string;
  path: string;
  receivedAt: number;
};
export type Answer = (
  request: ReceivedRequest,
  response: ServerResponse,
) => { status: number; headers?: Record<string, string>; body?: string } | "hang";

/** A real HTTP endpoint of a test: keeps what it receives, and answers as it is told. */
export async function startReceiver(answer: Answer = () => ({ status: 204 })) {
  const received: ReceivedRequest[] = [];
  const server = createServer(async (request, response) => {
    const entry = await readRequest(request);
    received.push(entry);
    const told = state.answer(entry, response);
    if (told === "hang") return;
    response.writeHead(told.status, told.headers).end(told.body);
  });
  const state = { answer };
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The receiver has no port.");
  return {
    url: `http://127.0.0.1:${address.port}/hook`,
    received,
    answerWith(next: Answer) {
      state.answer = next;
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

async function readRequest(request: IncomingMessage): Promise<ReceivedRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)]);
  return {
    headers: Object.fromEntries(headers),
    body: Buffer.concat(chunks).toString(),
    path: request.url ?? "",
    receivedAt: Date.now(),
  };
}
