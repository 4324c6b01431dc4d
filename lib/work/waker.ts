import { logger } from "#lib/logger.ts";
import { doublingWait } from "./back-off.ts";

/** Work that lies in rows with a due time. */
export type Queue = {
  /** For the log. */
  name: string;
  /**
   * Works off what is due; called again only after it has ended. What comes meanwhile is due for the next call.
   * @param budgetMs for how long to take rows on
   */
  drain(input: { budgetMs: number }): Promise<{ nextDueAt: Date | null }>;
  /** When the next row falls due, leases that will run out included; null = none waits. A cheap query. */
  findNextDueAt(): Promise<Date | null>;
  /** So often it is asked whether something is due that no wake-up of this process told of, in milliseconds. */
  pollMs: number;
};

/** What is due already and was left is looked at again after so long, then after twice as long, up to a poll. */
const shortestWaitMs = 250;
/** The database counts in microseconds, and a timer may be early by a millisecond. */
const roundingMs = 2;

/**
 * Has a queue drained in this process: at once when woken, when its next row falls due, and when a look every few
 * seconds finds what another process left. Nothing outside of this process and the database is needed.
 */
export class Waker {
  readonly #queue: Queue;
  #work: Promise<void> | null = null;
  #timer: NodeJS.Timeout | null = null;
  #timerAt = Number.POSITIVE_INFINITY;
  #isWanted = false;
  #isStopped = false;
  /** Drains in a row that failed, or that left something due. */
  #fruitless = 0;

  constructor(queue: Queue) {
    this.#queue = queue;
  }

  /** Something is due. */
  wake(): void {
    if (this.#isStopped) return;
    this.#isWanted = true;
    // Begun a moment later: a drain that wakes its own queue finds that it is under way.
    this.#work ??= Promise.resolve()
      .then(() => this.#drain())
      .finally(() => {
        this.#work = null;
        if (this.#isWanted) this.wake();
      });
  }

  /** Something will be due. */
  wakeAt(at: Date): void {
    if (this.#work === null && at.getTime() < this.#timerAt) this.#plan(at);
  }

  /** Drains nothing more; settles once a drain under way has ended. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#isWanted = false;
    this.#clear();
    await this.#work;
  }

  async #drain(): Promise<void> {
    this.#clear();
    let nextDueAt: Date | null = null;
    while (this.#isWanted && !this.#isStopped) {
      this.#isWanted = false;
      try {
        ({ nextDueAt } = await this.#queue.drain({ budgetMs: Number.POSITIVE_INFINITY }));
        this.#fruitless = isDue(nextDueAt) ? this.#fruitless + 1 : 0;
      } catch (error) {
        this.#noteFailure(error);
        nextDueAt = new Date();
      }
    }
    this.#plan(nextDueAt);
  }

  async #look(): Promise<void> {
    try {
      const nextDueAt = await this.#queue.findNextDueAt();
      if (isDue(nextDueAt)) this.wake();
      else this.#plan(nextDueAt);
    } catch (error) {
      this.#noteFailure(error);
      this.#plan(null);
    }
  }

  /** Only the first failure in a row is worth a line: while the database is away, each look fails. */
  #noteFailure(error: unknown): void {
    this.#fruitless += 1;
    const level = this.#fruitless === 1 ? "error" : "debug";
    logger[level]({ err: error, queue: this.#queue.name }, "work broke; it is tried again");
  }

  /** One timer: for the next due time, or for the next look if that comes first. */
  #plan(nextDueAt: Date | null): void {
    if (this.#isStopped || this.#isWanted) return;
    this.#clear();
    const { pollMs } = this.#queue;
    const dueInMs = nextDueAt === null ? pollMs : nextDueAt.getTime() - Date.now() + roundingMs;
    const backOffMs =
      this.#fruitless === 0
        ? 0
        : doublingWait({ firstMs: shortestWaitMs, longestMs: pollMs }, this.#fruitless);
    const isForDueTime = nextDueAt !== null && dueInMs <= pollMs;
    const waitMs = Math.max(backOffMs, Math.min(dueInMs, pollMs));
    this.#timerAt = Date.now() + waitMs;
    this.#timer = setTimeout(() => {
      this.#clear();
      if (isForDueTime) this.wake();
      else void this.#look();
    }, waitMs);
    this.#timer.unref();
  }

  #clear(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    this.#timerAt = Number.POSITIVE_INFINITY;
  }
}

function isDue(at: Date | null): boolean {
  return at !== null && at.getTime() <= Date.now();
}
