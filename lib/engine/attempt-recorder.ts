import { setTimeout as sleep } from "node:timers/promises";
import { logger } from "#lib/logger.ts";
import { recordAttempts } from "./record-attempts.ts";
import type { Attempt, Sender } from "./sender.ts";

const maxBatch = 250;
/** How long the first attempt of a batch waits for company, while others are under way. */
const gatherMs = 15;
const retryPausesMs = [200, 1_000, 3_000];

/** Gathers finished attempts and records them in batches, one batch at a time. */
export class AttemptRecorder {
  readonly #senders: readonly Sender[];
  readonly #countInFlight: () => number;
  readonly #onRecorded: (recorded: readonly Attempt[]) => void;
  #waiting: Attempt[] = [];
  #isRecording = false;
  #isTimed = false;

  /**
   * @param countInFlight how many attempts are under way or wait for their record
   * @param onRecorded called with each batch, once it is recorded or given up
   */
  constructor(
    senders: readonly Sender[],
    countInFlight: () => number,
    onRecorded: (recorded: readonly Attempt[]) => void,
  ) {
    this.#senders = senders;
    this.#countInFlight = countInFlight;
    this.#onRecorded = onRecorded;
  }

  add(attempt: Attempt): void {
    this.#waiting.push(attempt);
    if (this.#isRecording || this.#isTimed) return;
    if (this.#countInFlight() <= this.#waiting.length) {
      void this.#recordAll();
      return;
    }
    this.#isTimed = true;
    setTimeout(() => {
      this.#isTimed = false;
      void this.#recordAll();
    }, gatherMs);
  }

  async #recordAll(): Promise<void> {
    if (this.#isRecording) return;
    this.#isRecording = true;
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.splice(0, maxBatch);
      await recordSafely(this.#senders, batch);
      this.#onRecorded(batch);
    }
    this.#isRecording = false;
  }
}

/**
 * Records a batch, trying again while the database is away. What cannot be recorded at all is halved until the one
 * bad row is found: it is logged, and its delivery falls due again when its lease ends.
 */
async function recordSafely(senders: readonly Sender[], batch: readonly Attempt[]): Promise<void> {
  for (const pauseMs of [...retryPausesMs, null]) {
    try {
      await recordAttempts(senders, batch);
      return;
    } catch (error) {
      const deliveryIds = batch.map((attempt) => attempt.delivery.id);
      logger.error(
        { err: error, attempts: batch.length, deliveryIds: deliveryIds.slice(0, 10) },
        "attempts not recorded",
      );
      if (pauseMs !== null) await sleep(pauseMs);
    }
  }
  if (batch.length === 1) return;
  const middle = Math.ceil(batch.length / 2);
  await recordSafely(senders, batch.slice(0, middle));
  await recordSafely(senders, batch.slice(middle));
}
