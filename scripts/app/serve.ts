import { PlainError } from "#scripts/plain-error.ts";
import { localOrigin } from "./local-origin.ts";
import { startNext } from "./next-process.ts";
import { waitUntilReady } from "./ready.ts";
import type { Session } from "./session.ts";

type ServeOptions = {
  session: Session;
  mode: "dev" | "start";
  port: number;
  /** The address to listen on; every one where it is left out. */
  host?: string | undefined;
  patienceMs: number;
  onReady(): void | Promise<void>;
  /** When patience is over; gets what the app said last. */
  onLate(lastAnswer: string): void;
};

/**
 * Runs the app until it ends.
 * @throws {PlainError} when it ends though nobody asked it to.
 */
export async function serve({
  session,
  mode,
  port,
  host,
  patienceMs,
  onReady,
  onLate,
}: ServeOptions): Promise<void> {
  const app = startNext(mode, port, host);
  session.app = app;
  const outcome = await Promise.race([
    waitUntilReady(localOrigin(port, host), patienceMs, session.signal).then((lastAnswer) => ({
      lastAnswer,
    })),
    app.ended.then(() => "ended" as const),
  ]);
  if (outcome !== "ended") {
    if (outcome.lastAnswer === undefined) await onReady();
    else onLate(outcome.lastAnswer);
  }
  const { exitCode, signal } = await app.ended;
  if (session.signal.aborted) return;
  const how = signal ?? `exit code ${exitCode}`;
  throw new PlainError(`The app ended by itself (${how}). What it said last stands above.`);
}
