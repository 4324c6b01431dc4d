import type { DueDestination } from "./sender.ts";

/** What this process has under way: from the claim until the attempt is recorded. */
export class InFlight {
  readonly #byDestination = new Map<string, number>();
  readonly #byMerchant = new Map<string, number>();
  #total = 0;
  #failing = 0;

  get total(): number {
    return this.#total;
  }

  /** Of destinations that were failing when their delivery was claimed. */
  get failing(): number {
    return this.#failing;
  }

  ofDestination(id: string): number {
    return this.#byDestination.get(id) ?? 0;
  }

  ofMerchant(id: string): number {
    return this.#byMerchant.get(id) ?? 0;
  }

  add(destination: DueDestination): void {
    this.#change(destination, 1);
  }

  remove(destination: DueDestination): void {
    this.#change(destination, -1);
  }

  #change(destination: DueDestination, by: 1 | -1): void {
    this.#total += by;
    if (destination.failingSince !== null) this.#failing += by;
    change(this.#byDestination, destination.id, by);
    change(this.#byMerchant, destination.merchantId, by);
  }
}

function change(counts: Map<string, number>, key: string, by: number): void {
  const count = (counts.get(key) ?? 0) + by;
  if (count > 0) counts.set(key, count);
  else counts.delete(key);
}
