import { createServer } from "node:http";

/**
 * The endpoint of the benchmark: reads each request whole and answers 204. Tells its port to the parent; asked, it tells
 * when the first request of each event came since it was asked before, in milliseconds since 1970.
 */
const received = new Map<string, number>();
const server = createServer((request, response) => {
  const id = String(request.headers["webhook-id"]);
  if (!received.has(id)) received.set(id, performance.timeOrigin + performance.now());
  request.resume();
  request.on("end", () => response.writeHead(204).end());
});
server.keepAliveTimeout = 30_000;
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  if (address !== null && typeof address === "object") process.send?.({ port: address.port });
});
process.on("message", () => {
  process.send?.({ received: Object.fromEntries(received) });
  received.clear();
});
process.on("disconnect", () => process.exit(0));
