import type { ProviderSandbox } from "../sandbox-kit/contract.ts";
import type { Action } from "./action.ts";
import type { AppCatalogue } from "./app-words.ts";
import type { ApiKeyAuth, OAuth2Auth } from "./auth.ts";
import type { Account, Call } from "./call.ts";
import type { Category } from "./categories.ts";
import type { Inbound } from "./inbound.ts";
import type { Payments } from "./payments.ts";
import type { ProviderError } from "./provider-error.ts";
import type { Resource } from "./resource.ts";
import type { SyncedKind, SyncSource } from "./sync.ts";

/**
 * What a provider is, in one typed literal. From it come the marketplace entry, the connect form, the permissions in
 * plain words, the OAuth flow, the actions, the API, the guide and the conformance tests. A provider's folder imports
 * the files beside this one, its own, zod and its SDK (lazily); everything else is handed to it.
 */
export type Provider = {
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
  /** Slug of its mark at simpleicons.org; null where there is none. */
  icon: string | null;
  api: ApiVersion;
  /** What a merchant has ready before pressing Connect, a sentence each. */
  setUp: readonly string[];
  developerApp: DeveloperApp | null;
  auth: OAuth2Auth | ApiKeyAuth;
  rateLimit: RateLimit;
  /** Whose account the credentials open. Also the credential test and the health check. */
  identify: (call: Call) => Promise<Account>;
  /** By id, in kebab-case. */
  actions: Readonly<Record<string, Action>>;
  /** By id, in kebab-case: `channels`, `products`. */
  resources: Readonly<Record<string, Resource>>;
  inbound: Inbound | null;
  sync: Readonly<Partial<Record<SyncedKind, SyncSource>>>;
  /** How it takes payments and accounts for them; left out where it does not. */
  payments?: Payments;
  /**
   * What an error means that an SDK threw; null for what it does not know, which then counts as a fault of ours.
   * Errors that are ProviderErrors already do not come here.
   */
  classifyError: (error: unknown) => ProviderError | null;
  /** The provider as it plays itself on loopback. */
  sandbox: () => Promise<ProviderSandbox>;
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

/** How many requests an integration may make; and all integrations together, where the provider counts so. */
export type RateLimit = {
  perIntegration: { requests: number; seconds: number };
  perApp: { requests: number; seconds: number } | null;
};
