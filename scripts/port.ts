import { randomInt } from "node:crypto";
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

/**
 * As findFreePort, for one that is listened to later, or again: below the ports that systems give to whoever names none
 * (from 32768 on Linux, 49152 elsewhere), which other programs' connections would take in the meantime.
 */
export async function findPortToKeep(): Promise<number> {
  for (;;) {
    const port = randomInt(20_000, 30_000);
    if (await isPortFree(port)) return port;
  }
}

/**
 * Whether the app could listen on a port of an address, or of every one, and whoever asks localhost would reach it.
 * @throws when the system forbids the port or has no such address
 */
export async function isPortFree(port: number, host?: string): Promise<boolean> {
  try {
    // Some systems let the wildcard address in beside a listener on 127.0.0.1, so both are asked.
    await tryToListen(port, host);
    await tryToListen(port, "127.0.0.1");
    await tryToListen(port, "::1").catch(ignoreMissingIpv6);
    return true;
  } catch (error) {
    if (hasCode(error, "EADDRINUSE")) return false;
    throw error;
  }
}

function ignoreMissingIpv6(error: unknown): number {
  if (hasCode(error, "EADDRNOTAVAIL") || hasCode(error, "EAFNOSUPPORT")) return 0;
  throw error;
}

/**
 * Waits a moment for the port: after a kill, the app of the last start needs that long to notice and go.
 * @throws {PlainError} saying which port is taken and how to choose another.
 */
export async function requireFreePort(
  port: number,
  command: string,
  host?: string,
  graceMs = 2_000,
): Promise<void> {
  const deadline = Date.now() + graceMs;
  try {
    while (!(await isPortFree(port, host))) {
      if (Date.now() >= deadline) throw new PlainError(describeTakenPort(port, command));
      await sleep(100);
    }
  } catch (error) {
    if (
      ["EADDRNOTAVAIL", "ENOTFOUND", "EAI_AGAIN", "EINVAL", "EAFNOSUPPORT"].some((code) =>
        hasCode(error, code),
      )
    ) {
      throw new PlainError(
        `HOST is "${host}", which is no address of this machine. Set it to 127.0.0.1, to 0.0.0.0 for every address, or unset it.`,
      );
    }
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
