import { createServer, type Server } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { findFreePort, findPortToKeep, isPortFree, requireFreePort } from "./port.ts";

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await new Promise((resolve) => server.close(resolve));
});

async function occupy(port: number, host?: string): Promise<Server> {
  const server = createServer();
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(port, host, resolve));
  return server;
}

describe("ports", () => {
  test("a free port is free", async () => {
    expect(await isPortFree(await findFreePort())).toBe(true);
  });

  test("a port to keep is free, and none that a system gives to whoever names none", async () => {
    const port = await findPortToKeep();
    expect(port).toBeLessThan(32_768);
    expect(await isPortFree(port)).toBe(true);
  });

  test.each([undefined, "127.0.0.1"])("a listener on %s takes the port", async (host) => {
    const port = await findFreePort();
    await occupy(port, host);
    expect(await isPortFree(port)).toBe(false);
  });

  test("a taken port is named, with a command that chooses another", async () => {
    const port = await findFreePort();
    await occupy(port);
    const refusal = requireFreePort(port, "npm run dev", undefined, 0);
    await expect(refusal).rejects.toThrow(`Port ${port} is taken`);
    await expect(refusal).rejects.toThrow(/PORT=\d+ npm run dev/);
  });

  test("a port that becomes free within the grace is taken", async () => {
    const port = await findFreePort();
    const server = await occupy(port);
    setTimeout(() => server.close(), 150);
    await expect(requireFreePort(port, "npm run dev", undefined, 5_000)).resolves.toBeUndefined();
  });
});
