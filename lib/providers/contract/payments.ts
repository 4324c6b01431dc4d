import type { Message } from "#lib/failures/message.ts";
import type { Call } from "./call.ts";
import type { Movement, MovementFee, MovementKind } from "./movement.ts";

/**
 * How a provider takes payments and accounts for them. States are read from the provider's objects, fetched when they
 * are needed: what a message says of them only makes us look.
 */
export type Payments = {
  /** null = payments are not taken here. */
  taking: Taking | null;
  /** null = it does not say what has moved, so none of it is in the ledger. */
  books: Books | null;
};

/** checkout: a page of the provider's. intent: the caller's own page asks for the card. saved: a card that is on file. */
export type PaymentMode = "checkout" | "intent" | "saved";

/** Asking for money, and giving it back. */
export type Taking = {
  modes: readonly PaymentMode[];
  /** One for each mode, in their order, that works in a fresh account of the sandbox. */
  examples: readonly PaymentRequest[];
  /** Whether the platform's share can be kept of a payment here. */
  takesPlatformFee: boolean;
  /** Whether the account can take such payments now; what it lacks, and until when that is to be given. */
  readiness: (call: Call) => Promise<Readiness>;
  /**
   * Asks for a payment under `call.idempotencyKey`, which the object at the provider bears as well, so that `find` finds
   * it. One request that writes, as its last.
   */
  begin: (call: Call, payment: PaymentRequest) => Promise<PaymentState>;
  /**
   * What was made under `call.idempotencyKey`; null = nothing of what had reached the provider by now.
   * @param asked.since when it was first asked for
   */
  find: (call: Call, asked: { mode: PaymentMode; since: Date }) => Promise<PaymentState | null>;
  read: (call: Call, known: PaymentRefs) => Promise<PaymentState>;
  /** Takes back what is waiting on a guest. @returns how it stands then: paid, if the guest was quicker */
  end: (call: Call, known: PaymentRefs) => Promise<PaymentState>;
  /** Under `call.idempotencyKey`, as `begin`. */
  refund: (call: Call, refund: RefundRequest) => Promise<RefundState>;
  /** How a refund stands, by its id, else by `call.idempotencyKey`; null = as `find`. */
  findRefund: (
    call: Call,
    refund: Pick<RefundRequest, "chargeId"> & { refundId: string | null },
  ) => Promise<RefundState | null>;
};

export type Readiness = {
  canTakePayments: boolean;
  /** Why not; null where it can. */
  said: Message | null;
};

export type PaymentRequest = {
  mode: PaymentMode;
  /** In the smallest unit that Stripe counts in (`lib/money`). */
  amount: number;
  currency: string;
  orderId: string | null;
  description: string | null;
  customer: { id?: string; name?: string; email?: string } | null;
  /** Of `saved`. */
  paymentMethod: string | null;
  /** Where the provider's page leads back to, for `checkout`. */
  returnUrl: string | null;
};

/** What a payment's parts are called at the provider, as far as they are known. */
export type PaymentRefs = {
  sessionId: string | null;
  paymentId: string | null;
  chargeId: string | null;
};

export type PaymentState = PaymentRefs & {
  /** The key under which it was asked for, as the object bears it; null = it was not asked for by us. */
  mark: string | null;
  status: "waiting" | "processing" | "succeeded" | "failed" | "ended";
  providerStatus: string;
  amount: number;
  currency: string;
  /** The platform's share, as the provider has it. */
  fee: number | null;
  orderId: string | null;
  description: string | null;
  customer: { name?: string; email?: string } | null;
  /** Of `checkout` that waits. */
  url: string | null;
  /** Of `intent` that waits: for the caller's page, once, and never kept. */
  clientSecret: string | null;
  /** Of `failed`. */
  said: Message | null;
  detail: string | null;
  createdAt: Date;
  paidAt: Date | null;
};

export type RefundRequest = {
  /** At the provider. */
  chargeId: string;
  amount: number;
  reason: string | null;
};

export type RefundState = {
  /** As a payment's. */
  mark: string | null;
  refundId: string;
  chargeId: string;
  status: "pending" | "succeeded" | "failed" | "canceled";
  providerStatus: string;
  amount: number;
  currency: string;
  reason: string | null;
  /** What came back of the platform's fee, in the charge's currency; null = the provider has not told. */
  feeRefunded: number | null;
  said: Message | null;
  detail: string | null;
  createdAt: Date;
};

export type DisputeState = {
  disputeId: string;
  chargeId: string | null;
  amount: number;
  currency: string;
  reason: string | null;
  status: "needs_response" | "under_review" | "won" | "lost" | "closed" | "prevented" | "unknown";
  isInquiry: boolean;
  providerStatus: string;
  answerBy: Date | null;
  evidenceUrl: string | null;
  openedAt: Date;
};

export type PayoutState = {
  payoutId: string;
  amount: number;
  currency: string;
  status: "pending" | "in_transit" | "paid" | "failed" | "canceled" | "unknown";
  providerStatus: string;
  /** Nothing can become of it any more but what it is. */
  isFinal: boolean;
  isAutomatic: boolean;
  /** What is in it can be listed as a whole. */
  isItemised: boolean;
  said: Message | null;
  detail: string | null;
  createdAt: Date;
  arrivesAt: Date;
};

/** An object at the provider, fetched: what became of a payment, and of what followed from it. */
export type MoneyObject =
  | { kind: "payment"; state: PaymentState }
  | { kind: "refund"; state: RefundState }
  | { kind: "dispute"; state: DisputeState }
  | { kind: "payout"; state: PayoutState };

/** A movement, and the object that caused it where it came along. */
export type TellsOf = { movement: Movement; object: MoneyObject | null };

export type BooksPage<Item> = {
  items: readonly Item[];
  /** What could not be read of the page: it is told, and the page goes on. */
  unread: readonly { id: string | null; reason: string }[];
  /** Where the list goes on; null = this was the last page. */
  next: string | null;
};

export type Understood = { kind: MovementKind; feeKinds: readonly MovementFee["kind"][] };

export type HeldBalance = { currency: string; pending: number; available: number };

/** Who bears what of an account's money; left out: the provider does not say. */
export type AccountTerms = {
  /** Who pays the provider's own fees. */
  fees?: "account" | "application";
  /** Who bears what the account cannot pay back. */
  losses?: "provider" | "application";
};

/** What the provider says of money that has moved. */
export type Books = {
  /** Movements made since a moment (null = ever), the newest first. */
  movements: (call: Call, page: { since: Date | null; cursor: string | null }) => Promise<BooksPage<TellsOf>>;
  /**
   * Of a provider that does not list what has moved: the movements that a payment has led to, by its id there. Nothing
   * can be compared then.
   */
  movementsOfPayment?: (call: Call, id: string) => Promise<TellsOf[]>;
  balances: (call: Call) => Promise<HeldBalance[]>;
  /** Of a provider that says so of each account. */
  terms?: (call: Call) => Promise<AccountTerms>;
  /** One object by its id at the provider; null = there is none. */
  object: (call: Call, kind: MoneyObject["kind"], id: string) => Promise<MoneyObject | null>;
  /** Objects of a kind made since a moment: what no movement tells of, such as an inquiry. */
  objects: (
    call: Call,
    page: { kind: MoneyObject["kind"]; since: Date | null; cursor: string | null },
  ) => Promise<BooksPage<MoneyObject>>;
  /** The movements that a payout is made of, without its own. */
  payoutItems: (
    call: Call,
    page: { payoutId: string; cursor: string | null },
  ) => Promise<BooksPage<Movement>>;
  /**
   * What a movement is, and each of its fees, by the provider's words that were kept of it: one that was told before its
   * words were known is booked by them once they are.
   */
  understand?: (told: {
    providerKind: string;
    objectId: string | null;
    feeKinds: readonly string[];
  }) => Understood;
  /** The platform's own account; null where the provider has none. */
  platform: PlatformBooks | null;
};

export type PlatformBooks = {
  /** Its id at the provider. */
  accountId: (call: Call) => Promise<string>;
  /** Movements of the platform's balance, and the fee that each is of, as that stands now. */
  movements: (
    call: Call,
    page: { since: Date | null; cursor: string | null },
  ) => Promise<BooksPage<{ movement: Movement; fee: PlatformFeeState | null }>>;
  balances: (call: Call) => Promise<HeldBalance[]>;
  /** The platform's fees over all accounts, newest first. */
  fees: (
    call: Call,
    page: { since: Date | null; cursor: string | null },
  ) => Promise<BooksPage<PlatformFeeState>>;
};

export type PlatformFeeState = {
  feeId: string;
  accountId: string;
  /** The charge at the provider. */
  chargeId: string | null;
  /** In the currency of the charge. */
  amount: number;
  refunded: number;
  currency: string;
  createdAt: Date;
};
