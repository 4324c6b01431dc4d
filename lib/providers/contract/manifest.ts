import type { AppCatalogue } from "./app-words.ts";
import type { ApiKeyAuth, OAuth2Auth } from "./auth.ts";
import type { Category } from "./categories.ts";
import type { Inbound } from "./inbound.ts";
import type { PaymentMode } from "./payments.ts";
import type { SyncedKind } from "./sync.ts";

/**
 * What every process may know of an app: its words, how it is connected, its limits, and facts about its code. It is
 * loaded at each start, so it imports words, auth and constants only; the code comes with the first call that needs it.
 */
export type Manifest = {
  /** Folder, registry key and stored value, in kebab-case; the id of its entry in the catalogue. */
  id: string;
  name: string;
  category: Category;
  /** What this app alone says, beside what Patchbay says of any app. */
  words: AppCatalogue;
  /** What it does for a shop owner: one sentence of at most 120 characters. */
  summary: string;
  /** What a merchant gets, a sentence each. */
  benefits: readonly string[];
  /** The provider's documentation for developers. */
  docsUrl: string;
  /**
   * Slug of its mark at simpleicons.org, which `components/marketplace/brand-icons.ts` has too; null where there is
   * none: then its first letter is drawn.
   */
  icon: string | null;
  api: ApiVersion;
  /** What a merchant has ready before pressing Connect, a sentence each. */
  setUp: readonly string[];
  developerApp: DeveloperApp | null;
  auth: OAuth2Auth | ApiKeyAuth;
  rateLimit: RateLimit;
  /** `inbound.address` of its code; null where it sends no messages. */
  inboundAddress: Inbound["address"] | null;
  /** What its code keeps copies of, the keys of `sync`. */
  syncs: readonly SyncedKind[];
  /** What its code does with payments; null where it has none. */
  paymentFacts: PaymentFacts | null;
};

export type PaymentFacts = {
  /** Ways in which payments are taken; empty where none are. */
  modes: readonly PaymentMode[];
  /** Whether the platform's share can be kept of a payment taken here. */
  takesPlatformFee: boolean;
  /**
   * listed: all that has moved is listed, so that the ledger can be compared with it. by_payment: the movements of one
   * payment can be asked for. null: it keeps no books.
   */
  books: "listed" | "by_payment" | null;
  /** Whether it says what has moved in the platform's own account. */
  hasPlatformBooks: boolean;
};

/** The version of the provider's API that is called, and the day (ISO date) on which the provider ends it, where known. */
export type ApiVersion = { version: string; endsOn: string | null; source: string };

/** How an operator makes the OAuth app whose id and secret go into the environment. */
export type DeveloperApp = {
  /** Where apps are made. */
  consoleUrl: string;
  /** A sentence each; `{redirectUri}` and `{inboundUrl}` stand for this installation's addresses. */
  steps: readonly string[];
  /** `SIGNING_SECRET` where inbound messages are signed with a secret other than the client's. */
  extraSecrets: readonly "SIGNING_SECRET"[];
};

/**
 * How many requests an integration may make; and all integrations together, where the provider counts so. Of several
 * limits (each second and each minute; each address its own) the narrowest that actions meet.
 */
export type RateLimit = {
  perIntegration: { requests: number; seconds: number };
  perApp: { requests: number; seconds: number } | null;
};
