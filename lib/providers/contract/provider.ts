import type { ProviderSandbox } from "../sandbox-kit/contract.ts";
import type { Action } from "./action.ts";
import type { Account, Call } from "./call.ts";
import type { Inbound } from "./inbound.ts";
import type { Manifest } from "./manifest.ts";
import type { Payments } from "./payments.ts";
import type { ProviderError } from "./provider-error.ts";
import type { Resource } from "./resource.ts";
import type { SyncedKind, SyncSource } from "./sync.ts";

/**
 * What a provider is, in one typed literal: its manifest and its code. From it come the marketplace entry, the connect
 * form, the permissions in plain words, the OAuth flow, the actions, the API, the guide and the conformance tests. A
 * provider's folder imports the files beside this one, its own, zod and its SDK (lazily); everything else is handed to it.
 */
export type Provider = Manifest & {
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
