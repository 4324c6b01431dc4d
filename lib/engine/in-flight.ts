import type { DueDestination } from "./sender.ts";

/** A destination that has not ended an attempt for so long while some are under way may be hanging. */
const hangsAfterMs = 4_000;

/** @param failing those that were claimed while it was failing @param quietSince when one began alone, or the last one ended */
type Place = { total: number; failing: number; quietSince: number };

/** What this process has under way: from the claim until the attempt is recorded. */
export class InFlight {
  readonly #byDestination = new Map<string, Place>();
  readonly #byMerchant = new Map<string, number>();
  readonly #now: () => number;
  #total = 0;

  /** @param now in ms, by a clock that only goes forward */
  constructor(now = () => performance.now()) {
    this.#now = now;
  }

  get total(): number {
    return this.#total;
  }

  /** Of destinations that were failing when their delivery was claimed, or that hang. */
  get doubtful(): number {
    let doubtful = 0;
    for (const place of this.#byDestination.values()) {
      doubtful += this.#isQuiet(place) ? place.total : place.failing;
    }
    return doubtful;
  }

  ofDestination(id: string): number {
    return this.#byDestination.get(id)?.total ?? 0;
  }

  ofMerchant(id: string): number {
    return this.#byMerchant.get(id) ?? 0;
  }

  /** Nothing of what it was sent has ended for a while: the rest may take its whole time, too. */
  isHanging(id: string): boolean {
    const place = this.#byDestination.get(id);
    return place !== undefined && this.#isQuiet(place);
  }

  add(destination: DueDestination): void {
    this.#change(destination, 1);
  }

  remove(destination: DueDestination): void {
    this.#change(destination, -1);
  }

  #isQuiet({ quietSince }: Place): boolean {
    return this.#now() - quietSince >= hangsAfterMs;
  }

  #change({ id, merchantId, failingSince }: DueDestination, by: 1 | -1): void {
    const place = this.#byDestination.get(id) ?? { total: 0, failing: 0, quietSince: this.#now() };
    this.#total += by;
    place.total += by;
    if (failingSince !== null) place.failing += by;
    if (by === -1) place.quietSince = this.#now();
    if (place.total > 0) this.#byDestination.set(id, place);
    else this.#byDestination.delete(id);
    const ofMerchant = this.ofMerchant(merchantId) + by;
    if (ofMerchant > 0) this.#byMerchant.set(merchantId, ofMerchant);
    else this.#byMerchant.delete(merchantId);
  }
}
