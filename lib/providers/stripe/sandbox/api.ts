import { createHash, randomBytes } from "node:crypto";
import { z } from "zod";
import { answering } from "../../sandbox-kit/api.ts";
import type {
  SandboxContext,
  SandboxReply,
  SandboxRequest,
  SandboxRoute,
  SandboxStore,
} from "../../sandbox-kit/contract.ts";
import { findAccountDocument, timeIn, toSeconds } from "./account-document.ts";
import { badRequest, noAccess, Refusal } from "./answers.ts";
import { workOff } from "./control/work-off.ts";
import { requirePlatformKey, requireVersion } from "./oauth.ts";
import { type Side, type Work, workOn } from "./work.ts";

const keptMs = 24 * 60 * 60_000;

/** Of the machine's time: what takes longer has died, and wrote nothing. */
const longestMs = 30_000;

const kind = "idempotent_request";

const kept = z.object({
  path: z.string(),
  digest: z.string(),
  since: z.string(),
  begunMs: z.number().default(0),
  reply: z.object({ status: z.number(), json: z.unknown() }).nullable(),
});

type Kept = z.output<typeof kept>;

type Begun = {
  /** Keeps the answer, together with what the request has changed. */
  finish: (store: SandboxStore, reply: SandboxReply) => Promise<void>;
  /** The key is free again. */
  abandon: () => Promise<void>;
};

type RouteArgs = {
  request: SandboxRequest;
  context: SandboxContext;
  groups: Readonly<Record<string, string>>;
  isBeforeEndive: boolean;
  requestId: string;
};
type OnPlatform = (args: RouteArgs) => Promise<SandboxReply>;
type InAccount = (args: RouteArgs & { work: Work }) => Promise<SandboxReply>;
type Method = "GET" | "POST";

/** An address that asks for the platform's key and for a connected account that the platform may enter. */
export function inAccount(method: Method, match: RegExp, handle: InAccount): SandboxRoute {
  return route(method, match, "api", async (args, key) => {
    const { context } = args;
    if (context.account === null) throw noAccess(key, "");
    const side = { ...context, account: context.account };
    const account = await findAccountDocument(context.store);
    if (account.authorization !== "given") throw noAccess(key, context.account.externalId);
    await workOff(side);
    return method === "GET" ? look(side, args, handle) : changeIn(side, args, handle);
  });
}

/** An address that asks for the platform's key alone. */
export function onPlatform(method: Method, match: RegExp, handle: OnPlatform): SandboxRoute {
  return route(method, match, "open", handle);
}

/** An address that is the account's where one is named, and the platform's own otherwise. */
export function inAccountOrOnPlatform(
  method: Method,
  match: RegExp,
  handles: { inAccount: InAccount; onPlatform: OnPlatform },
): SandboxRoute[] {
  const isNamed = ({ headers }: SandboxRequest) =>
    (headers["stripe-account"] ?? headers["stripe-context"]) !== undefined;
  return [
    { ...inAccount(method, match, handles.inAccount), takes: isNamed },
    onPlatform(method, match, handles.onPlatform),
  ];
}

/** A look changes nothing, so it waits for nobody. */
async function look(side: Side & SandboxContext, args: RouteArgs, handle: InAccount): Promise<SandboxReply> {
  const document = await findAccountDocument(side.store);
  const work: Work = {
    store: side.store,
    accountId: side.account.externalId,
    application: side.app.clientId,
    document,
    terms: document.terms ?? {},
    seconds: toSeconds(timeIn(document)),
    tell: () => Promise.reject(new Error("A look makes no events.")),
  };
  return handle({ ...args, work });
}

/** Once under its key: what it changes and what it is answered are kept together. */
export async function changeIn(side: Side, args: RouteArgs, handle: InAccount): Promise<SandboxReply> {
  const { request, requestId } = args;
  const now = timeIn(await findAccountDocument(side.store));
  const begun = await begin(request, side.store, now);
  if ("reply" in begun) return begun.reply;
  const about = { id: requestId, idempotency_key: request.headers["idempotency-key"] ?? null };
  try {
    return await workOn(
      side,
      async (work) => {
        const reply = await handle({ ...args, work });
        await begun.finish(work.store, reply);
        return reply;
      },
      { request: about },
    );
  } catch (error) {
    await begun.abandon();
    throw error;
  }
}

function route(
  method: Method,
  match: RegExp,
  access: "api" | "open",
  handle: (args: RouteArgs, key: string) => Promise<SandboxReply>,
): SandboxRoute {
  return {
    methods: [method],
    match,
    access,
    handle: async (request, context, groups) => {
      const requestId = `req_${randomBytes(7).toString("hex")}`;
      const reply = await answering(async () => {
        const key = requirePlatformKey(request, context);
        const { isBeforeEndive } = requireVersion(request);
        return handle({ request, context, groups, isBeforeEndive, requestId }, key);
      });
      return { ...reply, headers: { "request-id": requestId, ...reply.headers } };
    },
  };
}

/**
 * Begins a request under its key, or repeats the answer that was given, as API v1 does: also refusals and 500s, but not
 * what was wrong with the request itself. https://docs.stripe.com/api/idempotent_requests
 * @param now by the account's clock
 * @throws Refusal where the key was used for something else, or is in use
 */
async function begin(
  { headers, url, text }: SandboxRequest,
  store: SandboxStore,
  now: Date,
): Promise<Begun | { reply: SandboxReply }> {
  const key = headers["idempotency-key"];
  if (key === undefined) return { finish: async () => {}, abandon: async () => {} };
  if (key.length > 255) throw badRequest("Idempotency keys can be at most 255 characters long.");
  const digest = createHash("sha256").update(text).digest("hex");
  const begun: Kept = {
    path: url.pathname,
    digest,
    since: now.toISOString(),
    begunMs: Date.now(),
    reply: null,
  };
  const known = await store.get(kind, key, kept);
  if (known && isOver(known, now)) await store.remove(kind, key);
  if (!(await store.add(kind, key, begun))) {
    return { reply: repeat(key, begun, await store.get(kind, key, kept)) };
  }
  return {
    finish: (own, { status, json }) => own.put(kind, key, { ...begun, reply: { status, json } }),
    abandon: () => store.remove(kind, key),
  };
}

function isOver({ since, begunMs, reply }: Kept, now: Date): boolean {
  if (reply === null) return Date.now() - begunMs > longestMs;
  return now.getTime() - Date.parse(since) > keptMs;
}

function repeat(key: string, request: { path: string; digest: string }, known: Kept | null): SandboxReply {
  if (known && known.path !== request.path) {
    throw misused(
      `for the same endpoint they were first used for ('${known.path}' vs '${request.path}')`,
      key,
    );
  }
  if (known && known.digest !== request.digest) {
    throw misused("with the same parameters they were first used with", key);
  }
  if (known?.reply) return { ...known.reply, headers: { "idempotent-replayed": "true" } };
  const message = `There is currently another in-progress request using this Idempotent Key: ${key}`;
  throw new Refusal(409, { type: "invalid_request_error", code: "idempotency_key_in_use", message });
}

function misused(how: string, key: string): Refusal {
  const message = `Keys for idempotent requests can only be used ${how}. Try using a key other than '${key}' if you meant to execute a different request.`;
  return new Refusal(400, { type: "idempotency_error", message });
}
