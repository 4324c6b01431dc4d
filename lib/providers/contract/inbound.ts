import type { Message } from "#lib/failures/message.ts";
import type { Call } from "./call.ts";
import type { ProviderApp } from "./provider-app.ts";
import type { SyncedKind, SyncedRecord } from "./sync.ts";
import type { Unread, UnreadReason } from "./unread.ts";

export type InboundRequest = {
  method: string;
  /** The address that the provider called, as it knows it. */
  url: string;
  /** Names in lower case. */
  headers: Readonly<Record<string, string>>;
  /** The very bytes that came. */
  body: Uint8Array;
};

export type InboundSecrets = {
  /** null where this installation has no app at the provider: nothing can be verified then. */
  app: ProviderApp | null;
  /** Those of the integration in the address; empty where there is none in it. */
  credentials: Readonly<Record<string, string>>;
  settings: Readonly<Record<string, string>>;
  now: Date;
  /**
   * Fetches a text from a provider's own https host, through the safe client: the certificate that a message names.
   * Rejects with VerificationError. The provider's code judges the host before it asks.
   */
  fetchText?: (url: string) => Promise<string>;
};

/** What a message means for an integration. */
export type InboundEffect =
  /** `at`: when, by the provider (ISO), where it says so: one that is older than the connection is of an earlier grant. */
  | { kind: "ended"; reason: "uninstalled" | "revoked"; at?: string | undefined }
  | { kind: "scopes_changed"; granted: readonly string[] }
  | { kind: "record_changed"; record: SyncedRecord }
  /** A record was changed and its new version cannot be read: it is kept as unread beside the copy. */
  | { kind: "record_unread"; recordKind: SyncedKind; unread: Unread }
  | { kind: "record_deleted"; recordKind: SyncedKind; externalId: string }
  /** Something moved whose message does not say how: the local copy is fetched again. */
  | { kind: "records_stale"; recordKind: SyncedKind }
  /** The account itself has changed, in what it lacks, say: it is looked at at once. */
  | { kind: "account_changed" }
  /** Something happened to money: what it is about is fetched, and the account's movements are read. null = all that is new. */
  | {
      kind: "money_changed";
      object: { kind: "payment" | "refund" | "dispute" | "payout"; id: string } | null;
    }
  /** A person asked the shop what is kept of them, or to forget them: we drop the orders named. */
  | { kind: "privacy_request"; request: "tell" | "forget"; orderIds: readonly string[] }
  /** The provider wants everything of this account forgotten. */
  | { kind: "forget_account" }
  /** Nothing follows, but the merchant may see that it came. */
  | { kind: "noted"; said: Message }
  /** A part of the message, or all that matters of it, cannot be read. */
  | { kind: "unread"; reason: UnreadReason };

export type InboundMessage = {
  /** The provider's id of the message, by which a repetition is known; null where it has none (a digest serves then). */
  id: string | null;
  /** What happened, by the provider's name for it: `app_uninstalled`, `products/update`. */
  topic: string;
  /** Which account it is about. null: that of the integration in the address, or no account at all. */
  accountId: string | null;
  effects: readonly InboundEffect[];
  /** What to answer where it must be more than an empty 200: a challenge. */
  reply?: { status: number; contentType: string; body: string };
};

/** The provider's webhooks to us. */
export type Inbound = {
  /** app: one address for all accounts, /api/inbound/{provider}. integration: /api/inbound/{provider}/{integrationId}. */
  address: "app" | "integration";
  /**
   * Whose secret proves a message. app: that of this installation's app at the provider. integration: the one that we
   * chose for the integration. provider: the provider's own key pair, of which the settings keep the public half.
   * address: nothing is signed, and the secret is part of the address.
   */
  signedBy: "app" | "integration" | "provider" | "address";
  /** How old a message may be by its signed time; left out where the provider signs none. */
  maxAgeSeconds?: number;
  /** Returns only if the message is the provider's own and in time, by its raw bytes; throws VerificationError. */
  verify: (request: InboundRequest, secrets: InboundSecrets) => void | Promise<void>;
  /**
   * Reads a verified message, or the several that came in one request (of different accounts, even). What cannot be
   * read of it is an effect with its reason. Throws UnreadMessageError where nothing of it can be read, and
   * VerificationError where it proves to be another's after all.
   */
  parse: (request: InboundRequest, secrets: InboundSecrets) => InboundMessage | readonly InboundMessage[];
  /**
   * Asks the provider to send us messages, where that is done by API for each account. Safe to repeat: it looks first.
   * @param subscription.secret new for each integration; for providers that sign with a secret of our choice
   * @returns what is to be kept in the integration's settings: a webhook's id, a public key; often nothing
   */
  subscribe:
    | ((
        call: Call,
        subscription: { url: string; secret: string },
      ) => Promise<Readonly<Record<string, string>>>)
    | null;
  /** Ids of the scopes that subscribing and unsubscribing need; left out where they need none. */
  scopes?: readonly string[];
  /** Takes back what `subscribe` asked for, where ending the grant does not do that on its own. */
  unsubscribe?: (call: Call, subscription: { url: string }) => Promise<void>;
};
