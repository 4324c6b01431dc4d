import { PlainError } from "#scripts/plain-error.ts";
import type { NextProcess } from "./next-process.ts";
import { waitUntilReady } from "./ready.ts";
import type { Session } from "./session.ts";

type ServeOptions = {
  session: Session;
  /** As it was started. */
  app: NextProcess;
  origin: string;
  /** The path that answers 200 once people can work. */
  readyPath: string;
  patienceMs: number;
  onReady(): void | Promise<void>;
  /** When patience is over; gets what the app said last. */
  onLate(lastAnswer: string): void;
};

/**
 * Waits for an app that was started, and then until it ends.
 * @throws {PlainError} when it ends though nobody asked it to.
 */
export async function serve({
  session,
  app,
  origin,
  readyPath,
  patienceMs,
  onReady,
  onLate,
}: ServeOptions): Promise<void> {
  const outcome = await Promise.race([
    waitUntilReady(`${origin}${readyPath}`, patienceMs, session.signal).then((lastAnswer) => ({
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
