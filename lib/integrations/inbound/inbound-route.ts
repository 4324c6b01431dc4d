import { unlessDatabaseIsAway } from "#db/away.ts";
import { env } from "#lib/env.ts";
import { AppError } from "#lib/errors.ts";
import { say } from "#lib/failures/say.ts";
import { newId } from "#lib/ids.ts";
import { acceptInbound } from "#lib/integrations/inbound/accept-inbound.ts";
import { findManifest } from "#lib/providers/manifests.ts";
import { limitStrangers } from "#lib/transport/limit-strangers.ts";
import { toProblem } from "#lib/transport/problem.ts";
import { readBytes } from "#lib/transport/read-body.ts";

type RouteContext = { params: Promise<{ provider: string; integrationId?: string }> };

/** The largest that a provider here sends (Shopify's products). */
const maxBodyBytes = 5 * 1_024 * 1_024;
/** Anyone may write to an address without a connection's id, and is told from the provider by the whole body only. */
const smallBytes = 64 * 1_024;
const mostLargeAtOnce = 16;
const comeBackSeconds = 10;
let largeAtOnce = 0;

/** POST /api/inbound/{provider}[/{integrationId}]: a provider's webhook, with its bytes as they came. */
export async function inboundRoute(request: Request, context: RouteContext): Promise<Response> {
  const requestId = newId("req");
  try {
    const { provider, integrationId = null } = await context.params;
    const { pathname, search } = new URL(request.url);
    const purpose = `inbound ${findManifest(provider)?.id ?? "nobody"}`;
    const accept = () =>
      acceptInbound({
        providerId: provider,
        integrationId,
        request: async () => ({
          method: request.method,
          // Signed as the provider called it, which is not how it looks from behind a proxy.
          url: `${env().APP_URL}${pathname}${search}`,
          headers: Object.fromEntries(request.headers),
          body: await readInTurn(request, integrationId === null),
        }),
      });
    const reply = await unlessDatabaseIsAway(limitStrangers(request, purpose, accept));
    return new Response(reply.body || null, {
      status: reply.status,
      headers: { "content-type": reply.contentType },
    });
  } catch (error) {
    return toProblem(error, requestId);
  }
}

/** @throws {AppError} 503 for a large body from a stranger while as many as we hold at once are being read */
async function readInTurn(request: Request, isFromStranger: boolean): Promise<Uint8Array> {
  const isSmall = Number(request.headers.get("content-length") ?? Number.NaN) <= smallBytes;
  if (isSmall || !isFromStranger) return readBytes(request, maxBodyBytes);
  if (largeAtOnce >= mostLargeAtOnce) {
    const said = say("problem_large_messages_busy");
    throw new AppError({ status: 503, code: "busy", said, retryAfterSeconds: comeBackSeconds });
  }
  largeAtOnce += 1;
  try {
    return await readBytes(request, maxBodyBytes);
  } finally {
    largeAtOnce -= 1;
  }
}
