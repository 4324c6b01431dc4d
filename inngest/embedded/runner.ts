import { Cron } from "croner";
import { logger } from "#lib/logger.ts";
import { askForFunctions, type SdkHandler } from "./call-function.ts";
import { FunctionLane } from "./function-lane.ts";
import { parseFunctionList } from "./function-list.ts";
import { type RunnerEvent, receiveEvents } from "./inbox.ts";

/** Longest delay that a timer of Node can hold. */
const maxTimerMs = 2 ** 31 - 1;

/**
 * Runs the Inngest functions inside this process, with no server: events wake them, in batches, crons on time, and
 * a failed run is tried again. It stores nothing. What it forgets in a crash, the sweep finds in Postgres.
 */
export class EmbeddedRunner {
  readonly #handler: SdkHandler;
  readonly #signingKey: string;
  readonly #lanes: FunctionLane[] = [];
  readonly #crons: Cron[] = [];
  readonly #planned = new Map<string, NodeJS.Timeout>();

  constructor(handler: SdkHandler, signingKey: string) {
    this.#handler = handler;
    this.#signingKey = signingKey;
  }

  async start(): Promise<void> {
    const functions = parseFunctionList(await askForFunctions(this.#handler, this.#signingKey));
    for (const declared of functions) {
      const lane = new FunctionLane(declared, this.#handler, this.#signingKey);
      this.#lanes.push(lane);
      for (const pattern of declared.crons) {
        this.#crons.push(new Cron(pattern, { unref: true }, () => lane.push(cronEvent(pattern))));
      }
    }
    receiveEvents((events) => this.#receive(events));
    logger.info({ functions: functions.map((declared) => declared.id) }, "embedded runner started");
  }

  /** Takes no further work and waits for the runs under way. */
  async stop(): Promise<void> {
    receiveEvents(undefined);
    for (const cron of this.#crons) cron.stop();
    for (const timer of this.#planned.values()) clearTimeout(timer);
    await Promise.all(this.#lanes.map((lane) => lane.finish()));
  }

  #receive(events: readonly RunnerEvent[]): void {
    for (const event of events) {
      const delayMs = event.ts - Date.now();
      if (delayMs > 0) this.#plan(event, delayMs);
      else this.#route(event);
    }
  }

  /** An event of a time to come waits for it; the same id again is the same event. */
  #plan(event: RunnerEvent, delayMs: number): void {
    if (this.#planned.has(event.id)) return;
    const timer = setTimeout(
      () => {
        this.#planned.delete(event.id);
        this.#receive([event]);
      },
      Math.min(delayMs, maxTimerMs),
    );
    timer.unref();
    this.#planned.set(event.id, timer);
  }

  #route(event: RunnerEvent): void {
    for (const lane of this.#lanes) if (lane.listensTo(event.name)) lane.push(event);
  }
}

function cronEvent(pattern: string): RunnerEvent {
  return {
    id: crypto.randomUUID(),
    name: "inngest/scheduled.timer",
    ts: Date.now(),
    data: { cron: pattern },
  };
}
