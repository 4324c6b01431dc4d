import { rateLimited } from "#lib/errors.ts";
import type { Message } from "#lib/failures/message.ts";

type Limits = {
  /** How much of one key's work is under way at a time. */
  atOnce: number;
  /** How long a piece of work waits for its turn, in ms. */
  patienceMs: number;
  /** How many pieces of one key's work wait. */
  waiting: number;
  /** What whoever asked reads when the turn does not come. */
  refusal: Message;
};

type Waiting = { weight: number; start: () => void };
type Lane = { used: number; waiting: Waiting[] };

/**
 * Dear work, some of each key's at a time: the keys do not wait for each other, and one key cannot fill the process.
 * Counts within this process.
 */
export class Turns {
  readonly #limits: Limits;
  readonly #lanes = new Map<string, Lane>();

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  /**
   * Does a piece of work when its turn comes, in the order in which it was asked for.
   * @param weight how much work it is; what is more than may be under way goes alone
   * @throws {AppError} 429 when too much waits, or the turn does not come in time
   */
  async run<Result>(key: string, work: () => Promise<Result>, weight = 1): Promise<Result> {
    const taken = Math.min(weight, this.#limits.atOnce);
    const lane = this.#lanes.get(key) ?? { used: 0, waiting: [] };
    this.#lanes.set(key, lane);
    if (lane.waiting.length === 0 && lane.used + taken <= this.#limits.atOnce) lane.used += taken;
    else await this.#wait(lane, taken);
    try {
      return await work();
    } finally {
      lane.used -= taken;
      this.#startNext(lane);
      if (lane.used === 0 && lane.waiting.length === 0) this.#lanes.delete(key);
    }
  }

  #wait(lane: Lane, weight: number): Promise<void> {
    const { patienceMs, waiting, refusal } = this.#limits;
    const seconds = Math.max(1, Math.ceil(patienceMs / 1_000));
    if (lane.waiting.length >= waiting) throw rateLimited(seconds, refusal);
    return new Promise((resolve, reject) => {
      const own: Waiting = {
        weight,
        start: () => {
          clearTimeout(timer);
          resolve();
        },
      };
      const timer = setTimeout(() => {
        lane.waiting.splice(lane.waiting.indexOf(own), 1);
        reject(rateLimited(seconds, refusal));
        // What stood behind may be lighter.
        this.#startNext(lane);
      }, patienceMs);
      lane.waiting.push(own);
    });
  }

  #startNext(lane: Lane): void {
    for (;;) {
      const next = lane.waiting[0];
      if (!next || lane.used + next.weight > this.#limits.atOnce) return;
      lane.waiting.shift();
      lane.used += next.weight;
      next.start();
    }
  }
}
