import { randomUUID } from "node:crypto";
import { db } from "#db/client.ts";
import { logger } from "#lib/logger.ts";
import { attemptDelivery } from "./attempt.ts";
import { AttemptRecorder } from "./attempt-recorder.ts";
import { type ClaimedDelivery, claimDeliveries, claimLimited } from "./claim.ts";
import type { Attempt } from "./conclude-attempt.ts";
import { type DueDestination, findDueDestinations, findNextDueAt } from "./due-destinations.ts";
import { InFlight } from "./in-flight.ts";
import { internalFailure } from "./internal-failure.ts";
import type { Drain, DrainReport } from "./poke-drain.ts";
import { SecretsCache } from "./secrets-cache.ts";
import { maxInFlightTotal, shareSlots } from "./share-slots.ts";
import { sharedOutboundClient } from "./shared-outbound-client.ts";

const maxDestinationsPerRound = 200;
/** How soon to look again while something is due that a limit holds back. */
const limitPauseMs = 50;

/**
 * Claims due deliveries and sends them, many at a time. As an attempt ends its place is given to the next, so an
 * endpoint that hangs takes up its own few places and no one else's time.
 */
export class Drainer implements Drain {
  readonly #client = sharedOutboundClient();
  readonly #secrets = new SecretsCache();
  readonly #recorder = new AttemptRecorder((recorded) => this.#free(recorded));
  readonly #inFlight = new InFlight();
  #attempts = 0;
  #lastDestination = "";
  #isRunning = false;
  #isPoked = false;
  #isFinishing = false;
  #wakeUp: (() => void) | null = null;

  /** Makes a run under way look again; false = none is. */
  poke(): boolean {
    if (!this.#isRunning) return false;
    this.#isPoked = true;
    this.#wakeUp?.();
    return true;
  }

  /** Claims nothing more; the run under way ends once what it has sent is recorded. */
  finish(): void {
    this.#isFinishing = true;
    this.#wakeUp?.();
  }

  async run(budgetMs: number): Promise<DrainReport> {
    if (this.poke()) return { isJoined: true, attempts: 0, nextDueAt: null };
    this.#isRunning = true;
    this.#attempts = 0;
    try {
      const deadline = Date.now() + budgetMs;
      for (;;) {
        await this.#drain(deadline);
        const nextDueAt = await findNextDueAt(db());
        // Whoever poked during the last look was told that this run sees to it.
        if (!this.#isPoked || this.#isFinishing || Date.now() >= deadline) {
          return {
            isJoined: false,
            attempts: this.#attempts,
            nextDueAt: this.#isPoked ? new Date() : nextDueAt,
          };
        }
      }
    } finally {
      this.#isRunning = false;
    }
  }

  async #drain(deadline: number): Promise<void> {
    for (;;) {
      this.#isPoked = false;
      const isOpen = !this.#isFinishing && Date.now() < deadline;
      const round = isOpen ? await this.#startDue() : { started: 0, isLimited: false };
      if (round.started > 0) continue;
      if (this.#inFlight.total === 0 && !round.isLimited) {
        if (this.#isPoked && isOpen) continue;
        return;
      }
      await this.#pause(round.isLimited ? limitPauseMs : 1_000);
    }
  }

  /** Sleeps until poked, an attempt is recorded, or the time is up. */
  async #pause(longestMs: number): Promise<void> {
    if (this.#isPoked) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, longestMs);
      this.#wakeUp = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.#wakeUp = null;
  }

  /** Goes about the destinations, a page of them at a time, until something is claimed or each was looked at. */
  async #startDue(): Promise<{ started: number; isLimited: boolean }> {
    let hasWrapped = this.#lastDestination === "";
    let hasLimited = false;
    while (this.#inFlight.total < maxInFlightTotal) {
      const destinations = await findDueDestinations(db(), this.#lastDestination, maxDestinationsPerRound);
      const isLastPage = destinations.length < maxDestinationsPerRound;
      this.#lastDestination = isLastPage ? "" : (destinations.at(-1)?.id ?? "");
      const { started, isLimited } = await this.#startFor(destinations);
      hasLimited ||= isLimited;
      if (started > 0) return { started, isLimited: hasLimited };
      if (isLastPage && hasWrapped) break;
      hasWrapped ||= isLastPage;
    }
    return { started: 0, isLimited: hasLimited };
  }

  async #startFor(destinations: readonly DueDestination[]): Promise<{ started: number; isLimited: boolean }> {
    const shares = shareSlots(destinations, this.#inFlight);
    const leaseId = randomUUID();
    const limited = shares.filter((share) => isLimited(share.destination));
    const free = shares.filter((share) => !isLimited(share.destination));
    const claimed = [
      ...(free.length > 0 ? await claimDeliveries(db(), leaseId, free) : []),
      ...(await claimLimited(db(), leaseId, limited)),
    ];
    const byId = new Map(destinations.map((destination) => [destination.id, destination]));
    for (const delivery of claimed) this.#start(delivery, byId.get(delivery.destinationId));
    return { started: claimed.length, isLimited: limited.length > 0 };
  }

  #start(delivery: ClaimedDelivery, destination: DueDestination | undefined): void {
    if (!destination) return;
    this.#attempts += 1;
    this.#inFlight.add(destination);
    void this.#attempt(delivery, destination);
  }

  /** A place is free once its attempt is recorded, not before: a slow database slows the sending. */
  #free(recorded: readonly Attempt[]): void {
    for (const attempt of recorded) this.#inFlight.remove(attempt.destination);
    this.poke();
  }

  async #attempt(delivery: ClaimedDelivery, destination: DueDestination): Promise<void> {
    const startedAt = new Date();
    try {
      const secrets = await this.#secrets.open(destination);
      this.#recorder.add(await attemptDelivery({ client: this.#client, delivery, destination, secrets }));
    } catch (error) {
      // Not the endpoint's doing (a missing encryption key, say): logged for us, and tried again on schedule.
      logger.error({ err: error, deliveryId: delivery.id, webhookId: destination.id }, "attempt broke");
      this.#recorder.add(internalFailure({ delivery, destination, startedAt }));
    }
  }
}

function isLimited(destination: DueDestination): boolean {
  return destination.maxInFlight !== null || destination.maxPerSecond !== null;
}
