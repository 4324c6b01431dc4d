import { AppError } from "#lib/errors.ts";
import { say } from "#lib/failures/say.ts";

/** Whose work it is, and whether they are someone that strangers must not hold up. */
export type Place = { key: string; isKnown: boolean };

type Limits = { atOnce: number; perKey: number; total: number };
type Waiting = { start: () => void; refuse: (error: Error) => void };

/**
 * Dear work in turn, some at a time, fair by key: who asks often waits behind who asks once. Past the limits the work is
 * refused with 503, and it is the key with most waiting that gives way. Known people come first, beyond the total.
 */
export class FairQueue {
  readonly #limits: Limits;
  readonly #known = new Map<string, Waiting[]>();
  readonly #others = new Map<string, Waiting[]>();
  #running = 0;
  #othersWaiting = 0;

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  /** @throws {AppError} 503 when too much waits */
  async run<Result>(place: Place, work: () => Promise<Result>): Promise<Result> {
    if (this.#running < this.#limits.atOnce) this.#running += 1;
    else await this.#wait(place);
    try {
      return await work();
    } finally {
      // Whoever is next takes over the place.
      const next = this.#takeNext();
      if (next) next.start();
      else this.#running -= 1;
    }
  }

  #wait({ key, isKnown }: Place): Promise<void> {
    const lane = isKnown ? this.#known : this.#others;
    const own = lane.get(key) ?? [];
    if (own.length >= this.#limits.perKey) throw tooBusy();
    if (!isKnown && this.#othersWaiting >= this.#limits.total) this.#makeRoomFor(own.length);
    return new Promise((start, refuse) => {
      own.push({ start, refuse });
      lane.set(key, own);
      if (!isKnown) this.#othersWaiting += 1;
    });
  }

  /** Refuses the last of the key that has most waiting, if that is more than the newcomer would have. */
  #makeRoomFor(ownWaiting: number): void {
    let longest: Waiting[] = [];
    for (const list of this.#others.values()) if (list.length > longest.length) longest = list;
    if (longest.length <= ownWaiting + 1) throw tooBusy();
    longest.pop()?.refuse(tooBusy());
    this.#othersWaiting -= 1;
  }

  #takeNext(): Waiting | undefined {
    const known = takeInTurn(this.#known);
    if (known) return known;
    const other = takeInTurn(this.#others);
    if (other) this.#othersWaiting -= 1;
    return other;
  }
}

/** The first of the key whose turn it is; the key goes to the end of the row. */
function takeInTurn(lane: Map<string, Waiting[]>): Waiting | undefined {
  for (const [key, list] of lane) {
    lane.delete(key);
    const next = list.shift();
    if (list.length > 0) lane.set(key, list);
    if (next) return next;
  }
  return undefined;
}

function tooBusy(): AppError {
  return new AppError({
    status: 503,
    code: "busy",
    said: say("problem_sign_ins_busy"),
    retryAfterSeconds: 5,
  });
}
