import type { z } from "zod";

/**
 * How a provider plays itself on loopback, written from its documentation. It lives in the provider's folder under
 * `sandbox/`, and shares no code with the client there: a mistake made in both would be found by no test.
 */
export type ProviderSandbox = {
  /** Real hosts that it stands for: `slack.com`, `*.myshopify.com`, `*` for shops that live anywhere. */
  hosts: readonly string[];
  /** The account that a merchant finds here at first, and what it holds. */
  newAccount: (merchant: { name: string; slug: string }) => SandboxAccountSeed;
  /** For credentials that people type: those that this account has from the start. */
  keys?: (options: { account: SandboxAccount; derive: (label: string) => string }) => readonly SandboxKey[];
  /** The access token, key, code or refresh token that a request shows (`readBearer`, …); null where it shows none. */
  readCredential: (request: SandboxRequest) => string | null;
  routes: readonly SandboxRoute[];
  /** How this provider words a refusal. */
  refuse: (refusal: SandboxRefusal, request: SandboxRequest) => SandboxReply;
  /**
   * After the merchant agreed, before the browser goes to `url` (which has the code): signs the address, or posts keys
   * to the app. Answers the address to go to.
   */
  afterConsent?: (consent: { url: URL; grant: SandboxGrant; context: SandboxAccountContext }) => Promise<URL>;
  /** What can be done at the provider's side, from the sandbox's page, by id: edit a product, uninstall the app. */
  commands: Readonly<Record<string, SandboxCommand>>;
};

export type SandboxAccountSeed = {
  /** What the provider calls the account; unique among a merchant's accounts here. */
  externalId: string;
  label: string;
  objects: readonly SandboxStoredObject[];
};

export type SandboxKey = {
  /** As the connect form has them. */
  fields: Readonly<Record<string, string>>;
  /** What `readCredential` finds in a request made with them. */
  token: string;
  scopes: readonly string[];
};

export type SandboxRefusal =
  | { kind: "no_credential" | "unknown_credential" | "expired_credential" | "revoked_credential" }
  | { kind: "missing_scope"; scope: string }
  | { kind: "forbidden" | "server_error" | "unknown_route" }
  /** What was sent is not in the form that the address takes, and its own checks have not said where. */
  | { kind: "not_understood" }
  | { kind: "rate_limited"; retryAfterSeconds: number };

export type SandboxRequest = {
  method: string;
  /** The real host and path that were meant: https://slack.com/api/chat.postMessage. */
  url: URL;
  /** Names in lower case. */
  headers: Readonly<Record<string, string>>;
  text: string;
  /** undefined where the body is not JSON. */
  json: unknown;
  /** Of an urlencoded body; empty for others. */
  form: URLSearchParams;
};

export type SandboxReply = {
  status: number;
  headers?: Readonly<Record<string, string>>;
  /** At most one of the two. */
  json?: unknown;
  text?: string;
};

export type SandboxRoute = {
  methods: readonly string[];
  /** Over host and path, decoded, without scheme and query: `/^slack\.com\/api\/chat\.postMessage$/`. */
  match: RegExp;
  /** Where one address is two by something else than its path, such as a header. Default: every request. */
  takes?: (request: SandboxRequest) => boolean;
  /** api: needs a credential that is known, not ended and not revoked. token: gives credentials out. open: anyone. */
  access: "api" | "token" | "open";
  /** With `api`: the scope that it needs. */
  scope?: string;
  /**
   * Whether a request changes something. Default: all but GET. Only such a call can lose its answer by the fault
   * `lost`, since a look that is lost is merely looked again.
   */
  changes?: (request: SandboxRequest) => boolean;
  /** @param groups the named groups of `match` */
  handle: (
    request: SandboxRequest,
    context: SandboxContext,
    groups: Readonly<Record<string, string>>,
  ) => Promise<SandboxReply>;
};

export type SandboxCommand = {
  title: string;
  /** Nothing comes of it without an input, so the sandbox's page has no button for it. */
  needsInput?: boolean;
  /**
   * Works on the account, and sends the webhooks that the provider would. Answers a sentence: what happened.
   * @param input as it was sent, for commands that take some; each has a default for all of it
   * @throws z.ZodError where the command does not take it so
   */
  run: (context: SandboxAccountContext, input?: unknown) => Promise<string>;
};

/** The documents of one account. Kinds are the sandbox's own words: `channel`, `product`. */
export type SandboxStore = {
  get: <Data>(kind: string, id: string, schema: z.ZodType<Data>) => Promise<Data | null>;
  /** In the order in which they came. */
  list: <Data>(kind: string, schema: z.ZodType<Data>) => Promise<{ id: string; data: Data }[]>;
  /** @param place by which `page` finds it; without one, it keeps the place that it has */
  put: (kind: string, id: string, data: Record<string, unknown>, place?: SandboxPlace) => Promise<void>;
  /** Several at once, in their order. */
  putAll: (objects: readonly SandboxStoredObject[]) => Promise<void>;
  /** false = there is one with that id already, which stays. */
  add: (kind: string, id: string, data: Record<string, unknown>, place?: SandboxPlace) => Promise<boolean>;
  /** Those of some ids that are there, in any order. */
  getAll: <Data>(
    kind: string,
    ids: readonly string[],
    schema: z.ZodType<Data>,
  ) => Promise<{ id: string; data: Data }[]>;
  /** Of the objects that have a place, some, newest first. */
  page: <Data>(kind: string, schema: z.ZodType<Data>, query: SandboxPageQuery) => Promise<SandboxPage<Data>>;
  /**
   * Sums over the objects of a kind, by index and in the database.
   * @param sums.of the field that is added up; `by` the field whose values are kept apart; `from` the field that says
   * from when on one counts as `upTo` instead of `after`
   */
  sums: (
    kind: string,
    sums: { of: string; by: string; from: string; at: number },
  ) => Promise<{ by: string; upTo: number; after: number }[]>;
  /**
   * All of it or nothing, and one after the other: of two that work on an account so, the second waits.
   * @param work gets the store to use; whatever leaves the account belongs after it
   */
  atomically: <Result>(work: (store: SandboxStore) => Promise<Result>) => Promise<Result>;
  remove: (kind: string, id: string) => Promise<void>;
  /** The next number of a counter of the account's own: 1, 2, 3, …. */
  next: (counter: string) => Promise<number>;
};

/** Where an object stands among those of its kind. */
type SandboxPlace = {
  /** When it happened, in seconds. */
  at: number;
  /** What it is asked for by, with what it is called: `charge:ch_1`. */
  labels?: readonly string[];
};

export type SandboxStoredObject = {
  kind: string;
  id: string;
  data: Record<string, unknown>;
  place?: SandboxPlace;
};

export type SandboxPageQuery = {
  limit: number;
  /** The id after, or before, which it begins. One that is not there begins nowhere: see `isCursorKnown`. */
  after?: string | undefined;
  before?: string | undefined;
  /** It has all of them. */
  labels?: readonly string[] | undefined;
  /** In seconds, inclusive. */
  since?: number | undefined;
  until?: number | undefined;
  order?: "newest" | "oldest" | undefined;
};

export type SandboxPage<Data> = {
  items: { id: string; data: Data }[];
  hasMore: boolean;
  isCursorKnown: boolean;
};

export type SandboxAccount = { id: string; merchantId: string; externalId: string; label: string };

/** The app that Patchbay is to this provider's sandbox. */
export type SandboxApp = {
  clientId: string;
  clientSecret: string;
  signingSecret: string;
  /** Registered with the provider; a redirect URI must be one of them to the letter. */
  redirectUris: readonly string[];
};

/**
 * Sends what the provider would send to a webhook of ours; an address of this installation is reached on loopback.
 * Tries three times. status null = nobody answered.
 */
export type SandboxSend = (message: {
  url: string;
  headers: Record<string, string>;
  body: string;
}) => Promise<{ status: number | null; text: string }>;

/** One account's side. */
export type SandboxAccountContext = {
  account: SandboxAccount;
  store: SandboxStore;
  app: SandboxApp;
  /**
   * Does what the provider does on its own time, such as telling webhooks of a change. The answer to a request does not
   * wait for it; a command does, since it says what came of it.
   */
  afterwards: (work: (send: SandboxSend) => Promise<void>) => Promise<void>;
  /** For commands, and for the few messages that the provider itself has answered before it answers a request. */
  sendFirst: SandboxSend;
  /** Where webhooks go that are set for the app as a whole: our /api/inbound/{provider}. */
  appWebhookUrl: string;
  /** Gives out a credential of a grant. Without `expiresInSeconds` it does not end. */
  issue: (
    grant: SandboxGrant,
    credential: {
      kind: "access" | "refresh" | "key";
      token: string;
      expiresInSeconds?: number;
      data?: Record<string, string>;
    },
  ) => Promise<void>;
  /** Ends every grant of this account: no token or key of it is good any more. */
  revokeAll: () => Promise<void>;
  now: () => Date;
};

export type SandboxEverywhere = Pick<SandboxStore, "sums"> & {
  page: <Data>(
    kind: string,
    schema: z.ZodType<Data>,
    query: SandboxPageQuery,
  ) => Promise<{
    items: { id: string; data: Data; account: SandboxAccount }[];
    hasMore: boolean;
    isCursorKnown: boolean;
  }>;
};

/** What is handed to a route. There is an account where the request shows a credential that is known, good or not. */
export type SandboxContext = Omit<SandboxAccountContext, "account" | "store"> & {
  account: SandboxAccount | null;
  /** Its methods reject where there is no account. */
  store: SandboxStore;
  /** Of the credential shown. */
  credential: SandboxCredential | null;
  /** The answer that leads the browser to the consent page. */
  askConsent: (consent: SandboxConsent) => Promise<SandboxReply>;
  /** The same kinds in every account of this provider, for what belongs to the app itself. */
  everywhere: SandboxEverywhere;
  /** The side of an account that was found there. */
  enter: (account: SandboxAccount) => SandboxAccountContext;
  find: (token: string) => Promise<SandboxCredential | null>;
  /** Marks a credential as used: false = it was used before. Of two that race, one is true. */
  use: (token: string) => Promise<boolean>;
  revoke: (token: string) => Promise<void>;
  /** All of a grant; or its credentials of one kind, less the token that stays. */
  revokeGrant: (grantId: string, only?: { kind: SandboxCredential["kind"]; except: string }) => Promise<void>;
};

/** All that came of one consent. */
export type SandboxGrant = {
  id: string;
  account: SandboxAccount;
  scopes: readonly string[];
  /** What the consent was asked with: redirect URI, code challenge. */
  data: Readonly<Record<string, string>>;
};

export type SandboxCredential = {
  kind: "code" | "access" | "refresh" | "key";
  grant: SandboxGrant;
  data: Readonly<Record<string, string>>;
  isExpired: boolean;
  isUsed: boolean;
  isRevoked: boolean;
};

export type SandboxConsent = {
  /** Kept with the grant: redirect URI, code challenge, whatever the exchange must compare. */
  data: Record<string, string>;
  scopes: readonly { id: string; title: string }[];
  /** The account where the address names it (a shop's domain; it is opened if there is none); otherwise the merchant chooses. */
  externalId?: string;
  /** Where the browser goes when the merchant agrees; `code=…` is added to its query. */
  allowUrl: string;
  denyUrl: string;
};
