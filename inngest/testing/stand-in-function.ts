import { Cron } from "croner";
import { z } from "zod";
import { signCall } from "./sign-call.ts";

/** A function as the SDK registers it; the parts that the stand-in acts on. */
export const registeredFunction = z.object({
  id: z.string(),
  triggers: z.array(z.union([z.object({ event: z.string() }), z.object({ cron: z.string() })])),
  batchEvents: z.object({ maxSize: z.int(), timeout: z.string() }).optional(),
  concurrency: z.union([z.object({ limit: z.int() }), z.array(z.object({ limit: z.int() }))]).optional(),
  steps: z.object({
    step: z.object({
      runtime: z.object({ url: z.string() }),
      retries: z.object({ attempts: z.int() }).optional(),
    }),
  }),
});
type RegisteredFunction = z.infer<typeof registeredFunction>;

export type SentEvent = { id: string; name: string; ts: number; data: unknown };

/** A run, with its tries. */
export type StandInRun = { functionId: string; startedAt: number; events: number; tries: number };

type Settings = { signingKey: string; retryMs: number; runs: StandInRun[]; isAway: () => boolean };

/**
 * One function at the stand-in. As on the real server, events that are batched are taken at once whatever their `ts`,
 * and each counts whatever its `id`; of those that are not, an id counts once and a time to come is waited for.
 */
export class StandInFunction {
  readonly declared: RegisteredFunction;
  readonly #settings: Settings;
  readonly #seen = new Set<string>();
  readonly #queue: SentEvent[][] = [];
  readonly #timers = new Set<NodeJS.Timeout>();
  readonly #crons: Cron[] = [];
  #batch: SentEvent[] = [];
  #underWay = 0;

  constructor(declared: RegisteredFunction, settings: Settings) {
    this.declared = declared;
    this.#settings = settings;
    for (const trigger of declared.triggers) {
      if ("cron" in trigger)
        this.#crons.push(new Cron(trigger.cron, { timezone: "UTC" }, () => this.runByClock()));
    }
  }

  get isByClock(): boolean {
    return this.declared.triggers.some((trigger) => "cron" in trigger);
  }

  /** Nothing is run, and nothing waits for its turn. */
  get isIdle(): boolean {
    return this.#underWay === 0 && this.#queue.length === 0 && this.#batch.length === 0;
  }

  takes(event: SentEvent): boolean {
    return this.declared.triggers.some((trigger) => "event" in trigger && trigger.event === event.name);
  }

  take(event: SentEvent): void {
    const { batchEvents } = this.declared;
    if (batchEvents) {
      this.#batch.push(event);
      if (this.#batch.length >= batchEvents.maxSize) this.#endBatch();
      else if (this.#batch.length === 1) this.#after(seconds(batchEvents.timeout), () => this.#endBatch());
      return;
    }
    if (this.#seen.has(event.id)) return;
    this.#seen.add(event.id);
    this.#after(event.ts - Date.now(), () => this.#begin([event]));
  }

  runByClock(): void {
    this.#begin([{ id: crypto.randomUUID(), name: "inngest/scheduled.timer", ts: Date.now(), data: {} }]);
  }

  stop(): void {
    for (const cron of this.#crons) cron.stop();
    for (const timer of this.#timers) clearTimeout(timer);
    this.#queue.length = 0;
  }

  /** Goes on with what waited while the server was away. */
  goOn(): void {
    const limit = Math.min(
      ...[this.declared.concurrency ?? { limit: 100 }].flat().map((entry) => entry.limit),
    );
    while (!this.#settings.isAway() && this.#underWay < limit) {
      const events = this.#queue.shift();
      if (!events) return;
      this.#underWay += 1;
      void this.#run(events).finally(() => {
        this.#underWay -= 1;
        this.goOn();
      });
    }
  }

  #endBatch(): void {
    const events = this.#batch;
    this.#batch = [];
    if (events.length > 0) this.#begin(events);
  }

  #begin(events: SentEvent[]): void {
    this.#queue.push(events);
    this.goOn();
  }

  async #run(events: readonly SentEvent[]): Promise<void> {
    const run: StandInRun = {
      functionId: this.declared.id,
      startedAt: Date.now(),
      events: events.length,
      tries: 0,
    };
    this.#settings.runs.push(run);
    const retries = this.declared.steps.step.retries?.attempts ?? 3;
    while (run.tries <= retries) {
      run.tries += 1;
      if (await this.#call(events, run.tries - 1, retries + 1)) return;
      await new Promise<void>((resolve) => this.#after(this.#settings.retryMs, resolve));
    }
  }

  /** @returns whether the function ended well */
  async #call(events: readonly SentEvent[], attempt: number, maxAttempts: number): Promise<boolean> {
    const call = signCall(
      {
        ctx: {
          run_id: crypto.randomUUID(),
          attempt,
          max_attempts: maxAttempts,
          disable_immediate_execution: false,
          use_api: false,
          stack: { stack: [], current: 0 },
        },
        event: events[0],
        events,
        steps: {},
        version: 2,
      },
      this.#settings.signingKey,
    );
    try {
      const reply = await fetch(this.declared.steps.step.runtime.url, { method: "POST", ...call });
      await reply.arrayBuffer();
      return reply.status === 200;
    } catch {
      return false;
    }
  }

  #after(ms: number, work: () => void): void {
    if (ms <= 0) {
      work();
      return;
    }
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      work();
    }, ms);
    this.#timers.add(timer);
  }
}

function seconds(text: string): number {
  return Number.parseFloat(text) * 1_000;
}
