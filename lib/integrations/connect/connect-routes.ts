import { z } from "zod";
import { unlessDatabaseIsAway } from "#db/away.ts";
import { readCookie, setCookieHeader } from "#lib/auth/own-cookie.ts";
import { newId } from "#lib/ids.ts";
import { toAppError } from "#lib/integrations/calls/to-app-error.ts";
import { finishConnection } from "#lib/integrations/connect/finish-connection.ts";
import { takeGrantedKeys } from "#lib/integrations/connect/pending-connection.ts";
import { checkStart, startConnection } from "#lib/integrations/connect/start-connection.ts";
import { randomText } from "#lib/integrations/connect/state.ts";
import { ProviderError } from "#lib/providers/contract/provider-error.ts";
import { authenticate } from "#lib/transport/authenticate.ts";
import { limitStrangers } from "#lib/transport/limit-strangers.ts";
import { toProblem } from "#lib/transport/problem.ts";
import { countRequest } from "#lib/transport/rate-limit.ts";
import { readJsonBody } from "#lib/transport/read-body.ts";
import type { Locale } from "#lib/words/locale.ts";
import { appPage, leadOn, outcomeUrl, redirect, refuseConnection } from "./connect-redirect.ts";

const name = "patchbay.connect";

const maxAgeSeconds = 15 * 60;

type RouteContext = { params: Promise<{ provider: string }> };

const jsonText = z
  .string()
  .regex(/^"[^"\\]*"$/)
  .transform((text) => text.slice(1, -1));
const maxGrantBytes = 16 * 1_024;

/**
 * GET /api/oauth/{provider}/install: leads the browser to the provider's consent page; with `check=1` it only says
 * whether it would: 204, or the problem. `via` is the prefix of a form that the browser sent itself, no script being
 * there.
 */
export async function installRoute(request: Request, context: RouteContext): Promise<Response> {
  const { provider } = await context.params;
  const requestId = newId("req");
  const { check, via, ...fields } = Object.fromEntries(new URL(request.url).searchParams);
  const query = via === undefined ? fields : fieldsOfForm(fields, via);
  let locale: Locale | undefined;
  try {
    const ctx = await unlessDatabaseIsAway(authenticate(request, requestId));
    ({ locale } = ctx);
    await countRequest(ctx);
    if (isFromAnotherSite(request)) return redirect(appPage(provider));
    if (check === "1") {
      await checkStart({ ctx, input: { ...query, provider } });
      return new Response(null, { status: 204 });
    }
    const browserNonce = readBrowserNonce(request) ?? randomText();
    const { url } = await startConnection({ ctx, input: { ...query, provider }, browserNonce });
    const lead = via === undefined ? redirect : leadOn;
    return lead(url, { "set-cookie": browserNonceCookie(browserNonce) });
  } catch (error) {
    const display = query.display === "popup" ? "popup" : "page";
    return refuseConnection(request, { provider, display, error, requestId, locale });
  }
}

/** Fields of a form are called by their prefix, and a choice among them is written in JSON. */
function fieldsOfForm(fields: Readonly<Record<string, string>>, prefix: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name.startsWith(`${prefix}.`) ? name.slice(prefix.length + 1) : name,
      jsonText.safeParse(value).data ?? value,
    ]),
  );
}

/** A link elsewhere must not connect a shop of its author's choice: the merchant presses Connect here. */
function isFromAnotherSite(request: Request): boolean {
  const site = request.headers.get("sec-fetch-site");
  return site === "cross-site" || site === "same-site";
}

/** GET /api/oauth/{provider}/callback: takes the browser back from the provider. */
export async function callbackRoute(request: Request, context: RouteContext): Promise<Response> {
  const { provider } = await context.params;
  const requestId = newId("req");
  let locale: Locale | undefined;
  try {
    const ctx = await unlessDatabaseIsAway(authenticate(request, requestId));
    ({ locale } = ctx);
    await countRequest(ctx);
    const finished = await finishConnection({
      ctx,
      providerId: provider,
      query: new URL(request.url).searchParams,
      browserNonce: readBrowserNonce(request),
    });
    const outcome: Record<string, string> =
      finished.kind === "connected"
        ? { connected: finished.integrationId }
        : { other_account: finished.state };
    return redirect(outcomeUrl(provider, finished.display, outcome));
  } catch (error) {
    return refuseConnection(request, { provider, display: "page", error, requestId, locale });
  }
}

/** POST /api/oauth/{provider}/callback: a shop hands over the keys that its owner agreed to. Answers exactly 200. */
export async function grantRoute(request: Request, context: RouteContext): Promise<Response> {
  const requestId = newId("req");
  try {
    const { provider } = await context.params;
    await limitStrangers(request, "grant", async () =>
      takeGrantedKeys(provider, await readJsonBody(request, maxGrantBytes)),
    );
    return new Response(null, { status: 200 });
  } catch (error) {
    return toProblem(error instanceof ProviderError ? toAppError(error) : error, requestId);
  }
}

/** What only the browser knows that began a connection. null = it has begun none. */
function readBrowserNonce(request: Request): string | null {
  const value = readCookie(request, name);
  return value !== null && /^[\w-]{43}$/.test(value) ? value : null;
}

function browserNonceCookie(nonce: string): string {
  return setCookieHeader({ name, path: "/api/oauth", maxAgeSeconds }, nonce);
}
