import type { Tx } from "#db/client.ts";
import type { NewEvent } from "#lib/events/insert-events.ts";
import type { Params } from "#lib/failures/message.ts";

export type Trigger = "schedule" | "manual" | "test";

/** What a delivery waits for beside its time. What is meant by it, and when it has come, only its kind knows. */
export type HeldFor = "connection" | "review" | "decision";

/** A destination that something is due at, as far as the engine knows it. */
export type DueDestination = {
  id: string;
  merchantId: string;
  kind: string;
  /** Differs as soon as the destination or its detail row was changed. */
  version: string;
  retrySchedule: number[];
  timeoutMs: number;
  maxPerSecond: number | null;
  maxInFlight: number | null;
  /** What is due before this goes one at a time, in order. */
  orderedUntil: string | null;
  failingSince: string | null;
  /** Some destination of the merchant asks to hear of each delivery of this kind. */
  isSuccessWanted: boolean;
};

/** A delivery that this process has to itself until its lease ends, with the event that it carries. */
export type ClaimedDelivery = {
  id: string;
  merchantId: string;
  destinationId: string;
  eventId: string;
  /** The event's moment of acceptance, in microseconds. */
  eventAt: string;
  eventType: string;
  /** The version of the destination that it is pinned to; null = its kind has none. */
  version: number | null;
  isTest: boolean;
  attempts: number;
  /** No process has begun with it before, not even one that died over it. */
  isFirstTry: boolean;
  /** How many waits of the schedule are used up. */
  scheduleStep: number;
  /** Of an attempt by hand: when the schedule's next is; null = the delivery had ended. */
  plannedAt: string | null;
  trigger: Trigger;
  /** It was held for this and the time for holding it is over: it is not tried any more. */
  heldFor: HeldFor | null;
  leaseId: string;
  occurredAt: string;
  /** The event's data as JSON text, in the sender's order. */
  dataJson: string;
};

/** The HTTP request of an attempt, as it may be shown, and what came back. */
export type Exchange = {
  url: string;
  statusCode: number | null;
  requestHeaders: Record<string, string>;
  responseHeaders: Record<string, string> | null;
  responseBody: string | null;
  isResponseCut: boolean;
  dnsMs: number | null;
  connectMs: number | null;
  tlsMs: number | null;
  firstByteMs: number | null;
};

/** What one try came to, before anybody has decided what follows. */
export type Result = {
  hasSucceeded: boolean;
  /** What happened, with what a sentence about it needs. */
  code: string;
  params: Params;
  /** Another try would meet the same, until a person changes something. */
  isFinal: boolean;
  /** The other side says that it is gone for good. */
  isGone: boolean;
  /** How long the other side asks to wait; 0 = it does not ask. */
  askedWaitMs: number;
  totalMs: number;
  exchange: Exchange | null;
  /** The step at which it ended, of a delivery that has steps. */
  step?: number;
  /** It goes on once something has come that no schedule knows of. @param id what that is, for `releaseHeld` */
  held?: { for: HeldFor; id: string | null };
};

/** A try that has been judged. */
export type Attempt = {
  id: string;
  delivery: ClaimedDelivery;
  destination: DueDestination;
  number: number;
  startedAt: Date;
  result: Result;
  outcome: "delivered" | "retrying" | "held" | "failed";
  nextAttemptAt: Date | null;
  /** When holding it ends. */
  heldUntil: Date | null;
};

/**
 * What the engine asks of a kind of destination. It knows no kind itself.
 */
export interface Sender {
  readonly kind: string;
  /** The type of event that tells of each delivery of this kind to whoever asks for it; null = nobody is told. */
  readonly successEvent: string | null;
  /** Tries a delivery once. A refusal is a result; what is thrown is a fault of our own. */
  attempt(delivery: ClaimedDelivery, destination: DueDestination): Promise<Result>;
  /**
   * What follows when the other side says that it is gone. The transaction has locked the destination.
   * @returns whether it was active
   */
  retire(tx: Tx, destinationId: string): Promise<boolean>;
  /** Held attempts have been written: what they wait for may have come in that very moment. */
  afterHeld?(attempts: readonly Attempt[]): Promise<void>;
  /** The event that tells of an attempt; null = none does. */
  tell(attempt: Attempt, after: { isDisabled: boolean }): NewEvent | null;
}
