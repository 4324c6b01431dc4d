import { inngest } from "#inngest/client.ts";
import { env } from "#lib/env.ts";
import { logger } from "#lib/logger.ts";
import type { JobEvent, JobEventName } from "./job-events.ts";

/** What runs the jobs in this process, as far as others need it. */
export type LocalRunner = {
  receive(event: JobEvent): void;
  /** Wakes a queue at a time to come. */
  wakeAt(event: JobEventName, at: Date): void;
};

declare global {
  // Next bundles this module more than once; a process has one runner all the same.
  var patchbayRunner: LocalRunner | undefined;
}

export function setLocalRunner(runner: LocalRunner | undefined): void {
  globalThis.patchbayRunner = runner;
}

export function hasLocalRunner(): boolean {
  return globalThis.patchbayRunner !== undefined;
}

/** An Inngest server is asked at most once in this time for the same; what is wanted meanwhile follows at its end. */
const serverPauseMs = 250;
/** What is due already and was left is looked at again after so long. */
const shortestWaitMs = 250;

const pauses = new Map<JobEventName, { isWanted: boolean }>();

/**
 * Says that there is work of a kind. The runner of this process is told; with `ENGINE=inngest` the Inngest server. A
 * process with neither (a script) leaves it to the others, which look every few seconds.
 */
export function wake(name: JobEventName): void {
  if (globalThis.patchbayRunner) {
    globalThis.patchbayRunner.receive({ name, data: {} });
    return;
  }
  if (env().ENGINE !== "inngest") return;
  const pause = pauses.get(name);
  if (pause) {
    pause.isWanted = true;
    return;
  }
  const began = { isWanted: false };
  pauses.set(name, began);
  send({ name });
  setTimeout(() => {
    pauses.delete(name);
    if (began.isWanted) wake(name);
  }, serverPauseMs);
}

/**
 * Says that there will be work of a kind at a time to come. Said twice of the same moment, it is one wake-up.
 * @param moment the same by the database's clock, where the two differ
 */
export function wakeAt(name: JobEventName, at: Date, moment: Date = at): void {
  if (globalThis.patchbayRunner) {
    globalThis.patchbayRunner.wakeAt(name, at);
    return;
  }
  if (env().ENGINE !== "inngest") return;
  const soonest = Date.now() + shortestWaitMs;
  // What was left although it is due has to be looked at again, not once for its moment.
  const [ts, mark] = at.getTime() > soonest ? [at.getTime(), moment.getTime()] : [soonest, soonest];
  send({ id: `${name.replace("/", "-")}-${mark}`, name, ts });
}

function send(event: { id?: string; name: JobEventName; ts?: number }): void {
  inngest()
    .send({ ...event, data: {} })
    .catch((error: unknown) => {
      logger.warn({ err: error, event: event.name }, "wake-up not sent; the next minute finds what is due");
    });
}
