import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { PlainError } from "./plain-error.ts";
import { hasCode } from "./private-file.ts";

async function tryToListen(port: number, host: string | undefined): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen({ port, host, exclusive: true }, resolve);
  });
  const address = server.address();
  await new Promise<void>((resolve) => server.close(() => resolve()));
  if (address === null || typeof address === "string") throw new Error("A TCP server has no TCP address");
  return address.port;
}

/** A port of 127.0.0.1 that nothing listens on at this moment. */
export function findFreePort(): Promise<number> {
  return tryToListen(0, "127.0.0.1");
}

/** Whether the app could listen on a port. @throws when the system forbids the port altogether. */
export async function isPortFree(port: number): Promise<boolean> {
  try {
    // Some systems let the wildcard address in beside a listener on 127.0.0.1, so both are asked.
    await tryToListen(port, undefined);
    await tryToListen(port, "127.0.0.1");
    return true;
  } catch (error) {
    if (hasCode(error, "EADDRINUSE")) return false;
    throw error;
  }
}

/**
 * Waits a moment for the port: after a kill, the app of the last start needs that long to notice and go.
 * @throws {PlainError} saying which port is taken and how to choose another.
 */
export async function requireFreePort(port: number, command: string, graceMs = 2_000): Promise<void> {
  const deadline = Date.now() + graceMs;
  try {
    while (!(await isPortFree(port))) {
      if (Date.now() >= deadline) throw new PlainError(describeTakenPort(port, command));
      await sleep(100);
    }
  } catch (error) {
    if (!hasCode(error, "EACCES")) throw error;
    throw new PlainError(
      `This user may not listen on port ${port}. Choose one above 1023, for example: PORT=3000 ${command}`,
    );
  }
}

function describeTakenPort(port: number, command: string): string {
  const other = port < 65_535 ? port + 1 : port - 1;
  return [
    `Port ${port} is taken by another program.`,
    `Stop that program, or choose another port: PORT=${other} ${command}`,
    `If it is another Patchbay that shall keep running: PORT=${other} DATA_DIR=.data-${other} ${command}`,
  ].join("\n");
}
