import { once } from "node:events";
import { createServer, type Socket } from "node:net";
import { onTestFinished } from "vitest";

/**
 * A database that takes connections and says nothing, until the test ends.
 * @returns its address, at which the driver would wait for 5 minutes; and what closes it, before the client is closed,
 * which else waits for its answer
 */
export async function openSilentDatabase(): Promise<{ url: string; close: () => void }> {
  const sockets: Socket[] = [];
  const silent = createServer((socket) => sockets.push(socket.on("error", () => {})));
  silent.listen(0, "127.0.0.1");
  await once(silent, "listening");
  const close = () => {
    silent.close();
    for (const socket of sockets) socket.destroy();
  };
  onTestFinished(close);
  const address = silent.address();
  const port = typeof address === "object" ? address?.port : 0;
  return { url: `postgres://ana:pw@127.0.0.1:${port}/shop?connect_timeout=300`, close };
}
