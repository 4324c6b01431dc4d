import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import type { OutboundClient, OutboundReply, OutboundRequest } from "#lib/http/send.ts";
import type { Provider } from "#lib/providers/contract/provider.ts";
import type {
  ProviderSandbox,
  SandboxContext,
  SandboxReply,
  SandboxRequest,
  SandboxStore,
} from "#lib/providers/sandbox-kit/contract.ts";
import { checkAccess } from "#lib/sandbox/core/check-access.ts";
import { openContext } from "#lib/sandbox/core/context.ts";
import { findCredential } from "#lib/sandbox/core/credentials.ts";
import { findRoute } from "#lib/sandbox/core/find-route.ts";
import { openStore } from "#lib/sandbox/core/store.ts";
import { readSandboxPath } from "#lib/sandbox/origin.ts";

/**
 * A provider's sandbox that answers within this process: its own routes, over accounts that are read once and kept in
 * memory. What is measured then is the engine, and neither a server of HTTP nor the sandbox's rows.
 * @param isHanging the merchants whose app takes a call and does not answer it
 */
export async function sandboxInProcess(
  provider: Provider,
  isHanging: (merchantId: string) => boolean,
): Promise<OutboundClient> {
  const sandbox = await provider.sandbox();
  const contexts = new Map<string, Promise<SandboxContext | null>>();
  const getContext = (token: string) => {
    const known = contexts.get(token) ?? openInMemory(provider.id, token);
    contexts.set(token, known);
    return known;
  };

  async function answer(asked: OutboundRequest): Promise<SandboxReply | null> {
    const request = toSandboxRequest(asked);
    const token = sandbox.readCredential(request);
    const context = token === null ? null : await getContext(token);
    if (context?.account && isHanging(context.account.merchantId)) return null;
    return handle(sandbox, request, token, context);
  }

  return {
    async send(asked) {
      const startedAt = performance.now();
      const reply = await answer(asked);
      if (reply === null) await sleep(asked.timeoutMs);
      return toReply(reply, asked.timeoutMs, performance.now() - startedAt);
    },
    close: async () => {},
  };
}

async function handle(
  sandbox: ProviderSandbox,
  request: SandboxRequest,
  token: string | null,
  context: SandboxContext | null,
): Promise<SandboxReply> {
  const found = findRoute(sandbox.routes, request);
  if (!found) return sandbox.refuse({ kind: "unknown_route" }, request);
  const refusal = checkAccess(found.route, { token, credential: context?.credential ?? null });
  if (refusal !== null || context === null) {
    return sandbox.refuse(refusal ?? { kind: "unknown_credential" }, request);
  }
  return found.route.handle(request, context, found.groups);
}

async function openInMemory(provider: string, token: string): Promise<SandboxContext | null> {
  const credential = await findCredential(provider, token);
  if (!credential) return null;
  return {
    ...openContext(provider, credential, (work) => work()),
    store: storeInMemory(credential.grant.account.id),
  };
}

type Kind = Map<string, unknown>;

/** Kinds are read from the rows once; what comes after stays here. */
function storeInMemory(accountId: string): SandboxStore {
  const kinds = new Map<string, Promise<Kind>>();
  const counters = new Map<string, number>();
  const read = async (kind: string): Promise<Kind> =>
    new Map((await openStore(accountId).list(kind, z.unknown())).map(({ id, data }) => [id, data]));
  const all = (kind: string) => {
    const known = kinds.get(kind) ?? read(kind);
    kinds.set(kind, known);
    return known;
  };
  return {
    // No sandbox that is measured lists by pages or changes an account as a whole: that stays with the rows.
    ...openStore(accountId),
    get: async (kind, id, schema) => schema.nullable().parse((await all(kind)).get(id) ?? null),
    list: async (kind, schema) => {
      return [...(await all(kind))].map(([id, data]) => ({ id, data: schema.parse(data) }));
    },
    put: async (kind, id, data) => {
      (await all(kind)).set(id, data);
    },
    add: async (kind, id, data) => {
      const known = await all(kind);
      if (known.has(id)) return false;
      known.set(id, data);
      return true;
    },
    remove: async (kind, id) => {
      (await all(kind)).delete(id);
    },
    next: async (counter) => {
      const value = (counters.get(counter) ?? 0) + 1;
      counters.set(counter, value);
      return value;
    },
  };
}

function toSandboxRequest({ method, url, headers, body = "" }: OutboundRequest): SandboxRequest {
  const { pathname, search } = new URL(url);
  const real = new URL(`https://${readSandboxPath(pathname)?.path ?? ""}${search}`);
  const text = typeof body === "string" ? body : new TextDecoder().decode(body);
  const isForm = headers["content-type"]?.startsWith("application/x-www-form-urlencoded") ?? false;
  const json: unknown = isForm || text === "" ? undefined : JSON.parse(text);
  return { method, url: real, headers, text, json, form: new URLSearchParams(isForm ? text : "") };
}

/** @param reply null = none came in time */
function toReply(reply: SandboxReply | null, timeoutMs: number, totalMs: number): OutboundReply {
  const timing = { dnsMs: null, connectMs: null, tlsMs: null, firstByteMs: totalMs, totalMs };
  if (reply === null) {
    const params = { reason: "no_answer", seconds: timeoutMs / 1_000, announced: null } as const;
    return { ok: false, failure: { code: "timeout", params }, timing };
  }
  const body = reply.json === undefined ? (reply.text ?? "") : JSON.stringify(reply.json);
  const type = reply.json === undefined ? "text/plain" : "application/json";
  return {
    ok: true,
    timing,
    statusCode: reply.status,
    headers: { "content-type": type, ...reply.headers },
    body,
    bytes: new TextEncoder().encode(body),
    isBodyCut: false,
    isBodyBroken: false,
    flaw: null,
  };
}
