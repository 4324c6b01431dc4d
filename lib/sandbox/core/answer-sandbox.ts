import { setTimeout as wait } from "node:timers/promises";
import { ZodError } from "zod";
import { AppError } from "#lib/errors.ts";
import { say } from "#lib/failures/say.ts";
import { logger } from "#lib/logger.ts";
import type { Provider } from "#lib/providers/contract/provider.ts";
import type {
  ProviderSandbox,
  SandboxCredential,
  SandboxRefusal,
  SandboxReply,
  SandboxRequest,
} from "#lib/providers/sandbox-kit/contract.ts";
import { requireSandbox } from "../require-sandbox.ts";
import { recordCall } from "./calls.ts";
import { checkAccess } from "./check-access.ts";
import { openContext } from "./context.ts";
import { findCredential } from "./credentials.ts";
import { type FoundRoute, findRoute } from "./find-route.ts";
import { isHostOf } from "./hosts.ts";
import { readSandboxRequest } from "./read-request.ts";
import { type TakenFault, takeFault } from "./take-fault.ts";

const retryAfterSeconds = 30;

const delayMs = 15_000;

type FaultOutcome = { refusal: SandboxRefusal } | { reply: SandboxReply } | "given_up" | null;

const bodiless = new Set([204, 304]);

type Work = () => Promise<void>;
type Shown = { token: string | null; credential: SandboxCredential | null };

/**
 * Answers a request as the provider would.
 * @param options.path what stands behind `/sandbox/<provider>/` in the address: `<real host>/<path>`, percent-encoded
 * @param options.afterwards runs what the provider does once it has answered; it does not reject
 * @throws {AppError} 404 where the sandbox is off, or for a host that is not the provider's
 */
export async function answerSandbox(options: {
  provider: Provider;
  request: Request;
  path: string;
  afterwards: (work: Work) => void;
}): Promise<Response> {
  requireSandbox();
  const sandbox = await options.provider.sandbox();
  const request = await readSandboxRequest(options.request, options.path);
  if (!isHostOf(sandbox.hosts, request.url.host)) {
    const said = say("problem_sandbox_host", { host: request.url.host, app: options.provider.name });
    throw new AppError({ status: 404, code: "unknown_sandbox_host", said });
  }
  const token = sandbox.readCredential(request);
  const credential = token === null ? null : await findCredential(options.provider.id, token);
  const found = findRoute(sandbox.routes, request);
  const fault = await findFault(options.provider.id, request, found, credential);
  const later: Work[] = [];
  const reply = await answer({
    provider: options.provider.id,
    sandbox,
    request,
    found,
    shown: { token, credential },
    fault,
    signal: options.request.signal,
    later,
  });
  if (later.length > 0) options.afterwards(() => doAll(options.provider.id, later));
  if (credential) {
    await recordCall({
      merchantId: credential.grant.account.merchantId,
      provider: options.provider.id,
      direction: "received",
      method: request.method,
      url: request.url.href,
      status: reply?.status ?? null,
      fault: fault?.kind,
    });
  }
  return reply === null || fault?.kind === "lost" ? lostResponse() : toResponse(reply);
}

async function findFault(
  provider: string,
  request: SandboxRequest,
  found: FoundRoute | null,
  credential: SandboxCredential | null,
): Promise<TakenFault | null> {
  if (!found || !credential || found.route.access === "open") return null;
  const { merchantId } = credential.grant.account;
  const isChange = found.route.changes?.(request) ?? request.method !== "GET";
  return takeFault({ merchantId, provider, target: found.route.access, isChange });
}

/** null = the caller gave up before the call was taken up. */
async function answer(options: {
  provider: string;
  sandbox: ProviderSandbox;
  request: SandboxRequest;
  found: FoundRoute | null;
  shown: Shown;
  fault: TakenFault | null;
  signal: AbortSignal;
  /** Gets what is done once the request is answered. */
  later: Work[];
}): Promise<SandboxReply | null> {
  const { sandbox, request, found, shown, fault, later } = options;
  if (!found) return sandbox.refuse({ kind: "unknown_route" }, request);
  const outcome = fault ? await applyFault(fault, options.signal) : null;
  if (outcome === "given_up") return null;
  if (outcome) return "reply" in outcome ? outcome.reply : sandbox.refuse(outcome.refusal, request);
  const refusal = checkAccess(found.route, shown);
  if (refusal) return sandbox.refuse(refusal, request);
  try {
    const context = openContext(options.provider, shown.credential, async (work) => void later.push(work));
    return await found.route.handle(request, context, found.groups);
  } catch (error) {
    if (error instanceof ZodError) return sandbox.refuse({ kind: "not_understood" }, request);
    logger.error(
      { err: error, provider: options.provider, route: found.route.match.source },
      "sandbox broke",
    );
    return sandbox.refuse({ kind: "server_error" }, request);
  }
}

/** One after the other, in the order of what they tell of. */
async function doAll(provider: string, later: readonly Work[]): Promise<void> {
  for (const work of later)
    await work().catch((err: unknown) => logger.error({ err, provider }, "sandbox broke after its answer"));
}

/** A reply in the form of the Fetch standard. */
function toResponse({ status, headers, json, text }: SandboxReply): Response {
  const sent = new Headers({ "cache-control": "no-store", ...headers });
  const isJson = json !== undefined;
  if (!sent.has("content-type"))
    sent.set("content-type", isJson ? "application/json" : "text/plain; charset=utf-8");
  const body = isJson ? JSON.stringify(json) : (text ?? "");
  return new Response(bodiless.has(status) ? null : body, { status, headers: sent });
}

/** An answer that breaks off before its first byte: the caller sees the connection end. */
function lostResponse(): Response {
  const body = new ReadableStream({
    start: (controller) => controller.error(new Error("The sandbox lost this answer on purpose.")),
  });
  return new Response(body, { status: 200 });
}

/**
 * Does what a fault does before the call is handled.
 * @returns the refusal or reply that stands in for the provider's answer; null = go on; given_up = the caller left
 * while a slow call waited, so it is not taken up (what is done and left without an answer is the fault `lost`)
 */
async function applyFault(fault: TakenFault, signal: AbortSignal): Promise<FaultOutcome> {
  switch (fault.kind) {
    case "unauthorised":
      return { refusal: { kind: "unknown_credential" } };
    case "forbidden":
      return { refusal: { kind: "forbidden" } };
    case "rate_limited":
      return {
        refusal: { kind: "rate_limited", retryAfterSeconds: fault.retryAfterSeconds ?? retryAfterSeconds },
      };
    case "server_error":
      return { refusal: { kind: "server_error" } };
    case "malformed":
      return { reply: { status: 200, headers: { "content-type": "application/json" }, text: '{"broken": ' } };
    case "slow":
      return (await isStillThere(fault.delayMs ?? delayMs, signal)) ? null : "given_up";
    case "lost":
      return null;
  }
}

async function isStillThere(afterMs: number, signal: AbortSignal): Promise<boolean> {
  try {
    await wait(afterMs, undefined, { signal });
    return true;
  } catch (error) {
    if (signal.aborted) return false;
    throw error;
  }
}
