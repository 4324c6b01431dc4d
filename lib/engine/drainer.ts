import { randomUUID } from "node:crypto";
import { queueDb } from "#db/client.ts";
import type { Drain, DrainReport } from "#lib/engine/poke-drain.ts";
import { logger } from "#lib/logger.ts";
import { AttemptRecorder } from "./attempt-recorder.ts";
import { claimDeliveries, withPayloads } from "./claim.ts";
import { findDueDestinations, findNextDueAt } from "./due.ts";
import { InFlight } from "./in-flight.ts";
import { sendInOrder } from "./in-order.ts";
import { heldTooLong, internalFailure, payloadDropped } from "./internal-failure.ts";
import { judge } from "./judge.ts";
import { claimLimited, isLimited } from "./pace.ts";
import type { Attempt, ClaimedDelivery, DueDestination, Result, Sender } from "./sender.ts";
import { maxInFlightTotal, shareSlots } from "./share-slots.ts";

const maxDestinationsPerRound = 200;
/** How soon to look again while something is due that a limit holds back. */
const limitPauseMs = 50;
/** How long to wait for something to happen, before looking all the same. */
const quietPauseMs = 1_000;

/** What a look at what is due came to. */
type Round = {
  started: number;
  /** More may be due than was started. */
  hasMore: boolean;
  /** Some of it waits for a limit that its destination sets. */
  isLimited: boolean;
};

/**
 * Claims due deliveries of the kinds that it has senders for and sends them, many at a time. As an attempt ends its
 * place is given to the next, so an endpoint that hangs takes up its own few places and no one else's time.
 */
export class Drainer implements Drain {
  readonly #senders: readonly Sender[];
  readonly #recorder: AttemptRecorder;
  readonly #inFlight = new InFlight();
  #attempts = 0;
  #lastDestination = "";
  #isRunning = false;
  #isPoked = false;
  #isFinishing = false;
  /** The last look found more than there were places for: it is looked again as soon as one is free. */
  #isShort = false;
  /** How many places became free, ever. */
  #freed = 0;
  #wakeUp: (() => void) | null = null;

  constructor(senders: readonly Sender[]) {
    this.#senders = senders;
    this.#recorder = new AttemptRecorder(
      senders,
      () => this.#inFlight.total,
      (recorded) => this.#free(recorded),
    );
  }

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
        const nextDueAt = await this.#unlessPoked(findNextDueAt(queueDb()));
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

  /** Looks when poked, when a place is free that was wanted, and every second; ends once nothing is under way. */
  async #drain(deadline: number): Promise<void> {
    let isLookWanted = true;
    for (;;) {
      const isOpen = !this.#isFinishing && Date.now() < deadline;
      let isLimited = false;
      if (isOpen && (isLookWanted || this.#isPoked)) {
        this.#isPoked = false;
        const freed = this.#freed;
        const round = await this.#startDue();
        this.#isShort = round.hasMore;
        isLookWanted = round.hasMore && (round.started > 0 || this.#freed !== freed);
        if (isLookWanted) continue;
        isLimited = round.isLimited;
      }
      if (this.#inFlight.total === 0 && !isLimited) {
        if (this.#isPoked && isOpen) continue;
        return;
      }
      // Whoever pokes a drain that takes on nothing more is seen to by the next: it must not keep this one from sleeping.
      if (!(isOpen && this.#isPoked)) {
        isLookWanted = await this.#pause(isLimited ? limitPauseMs : quietPauseMs);
      }
    }
  }

  /** Sleeps until poked, an attempt is recorded, or the time is up. @returns whether it was */
  async #pause(longestMs: number): Promise<boolean> {
    const isTimeUp = await new Promise<boolean>((resolve) => {
      const timer = setTimeout(() => resolve(true), longestMs);
      this.#wakeUp = () => {
        clearTimeout(timer);
        resolve(false);
      };
    });
    this.#wakeUp = null;
    return isTimeUp;
  }

  /** What is asked only before going to sleep is not waited for once there is work. */
  async #unlessPoked<T>(answer: Promise<T>): Promise<T | null> {
    const poked = new Promise<null>((resolve) => {
      this.#wakeUp = () => resolve(null);
    });
    answer.catch(() => {});
    const first = await Promise.race([answer, poked]);
    this.#wakeUp = null;
    return first;
  }

  /** Goes about the destinations, a page of them at a time, until something is claimed or each was looked at. */
  async #startDue(): Promise<Round> {
    let hasWrapped = this.#lastDestination === "";
    const all: Round = { started: 0, hasMore: false, isLimited: false };
    while (this.#inFlight.total < maxInFlightTotal) {
      const destinations = await findDueDestinations(
        queueDb(),
        this.#senders,
        this.#lastDestination,
        maxDestinationsPerRound,
      );
      const isLastPage = destinations.length < maxDestinationsPerRound;
      this.#lastDestination = isLastPage ? "" : (destinations.at(-1)?.id ?? "");
      const round = await this.#startFor(destinations);
      all.isLimited ||= round.isLimited;
      all.hasMore ||= round.hasMore;
      if (round.started > 0) {
        return { ...all, started: round.started, hasMore: all.hasMore || !(isLastPage && hasWrapped) };
      }
      if (isLastPage && hasWrapped) return all;
      hasWrapped ||= isLastPage;
    }
    return { ...all, hasMore: true };
  }

  async #startFor(destinations: readonly DueDestination[]): Promise<Round> {
    const shares = shareSlots(destinations, this.#inFlight);
    const leaseId = randomUUID();
    const limited = shares.filter((share) => isLimited(share.destination));
    const free = shares.filter((share) => !isLimited(share.destination));
    const claimedAt = Date.now();
    const queued = [
      ...(free.length > 0 ? await claimDeliveries(queueDb(), leaseId, free) : []),
      ...(await claimLimited(queueDb(), leaseId, limited)),
    ];
    const { claimed, withoutPayload } = await withPayloads(queueDb(), queued);
    const byId = new Map(destinations.map((destination) => [destination.id, destination]));
    const claimedByDestination = Map.groupBy(queued, ({ destinationId }) => destinationId);
    for (const [id, own] of Map.groupBy(claimed, ({ destinationId }) => destinationId)) {
      const destination = byId.get(id);
      if (destination && destination.orderedUntil !== null) this.#startInOrder(own, destination, claimedAt);
      else for (const delivery of own) void this.#start(delivery, destination);
    }
    for (const delivery of withoutPayload) {
      void this.#start(delivery, byId.get(delivery.destinationId), async () => payloadDropped());
    }
    const isLimitedNow = limited.length > 0;
    const hasMore =
      isLimitedNow ||
      shares.length < destinations.length ||
      shares.some(
        ({ destination, slots }) => (claimedByDestination.get(destination.id)?.length ?? 0) >= slots,
      );
    return { started: queued.length, hasMore, isLimited: isLimitedNow };
  }

  #start(
    delivery: ClaimedDelivery,
    destination: DueDestination | undefined,
    attempt?: () => Promise<Result>,
  ): Promise<void> {
    const sender = this.#senders.find(({ kind }) => kind === destination?.kind);
    if (!destination || !sender) return Promise.resolve();
    this.#attempts += 1;
    this.#inFlight.add(destination);
    const own =
      delivery.heldFor === null ? () => sender.attempt(delivery, destination) : async () => heldTooLong();
    return this.#attempt(delivery, destination, attempt ?? own);
  }

  /** They take one place together, for as long as any of them is left. */
  #startInOrder(
    deliveries: readonly ClaimedDelivery[],
    destination: DueDestination,
    claimedAt: number,
  ): void {
    this.#inFlight.add(destination);
    const send = (delivery: ClaimedDelivery) => this.#start(delivery, destination);
    sendInOrder(deliveries, destination, claimedAt, send, () => this.#isFinishing)
      .catch((error: unknown) => {
        const destinationId = destination.id;
        logger.error({ err: error, destinationId }, "a backlog stopped; it goes on after its lease");
      })
      .finally(() => {
        this.#inFlight.remove(destination);
        this.poke();
      });
  }

  /** A place is free once its attempt is recorded, not before: a slow database slows the sending. */
  #free(recorded: readonly Attempt[]): void {
    for (const attempt of recorded) this.#inFlight.remove(attempt.destination);
    this.#freed += recorded.length;
    this.#isPoked ||= this.#isShort;
    this.#wakeUp?.();
  }

  async #attempt(
    delivery: ClaimedDelivery,
    destination: DueDestination,
    attempt: () => Promise<Result>,
  ): Promise<void> {
    const startedAt = new Date();
    let result: Result;
    try {
      result = await attempt();
    } catch (error) {
      // Nothing at the other side (a missing encryption key, say): logged for us, and tried again on schedule.
      logger.error({ err: error, deliveryId: delivery.id, destinationId: destination.id }, "attempt broke");
      result = internalFailure(Date.now() - startedAt.getTime());
    }
    this.#recorder.add(judge({ delivery, destination, startedAt, result }));
  }
}
