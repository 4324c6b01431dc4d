import { inboundRoute } from "#lib/integrations/inbound/inbound-route.ts";

/** Hands a sandbox's webhooks to the route that takes them in production; null for other addresses. */
export async function serveInbound(request: Request): Promise<Response | null> {
  const place = /^\/api\/inbound\/([^/]+)(?:\/([^/]+))?$/.exec(new URL(request.url).pathname);
  if (!place?.[1]) return null;
  const [, provider, integrationId] = place;
  const params = { provider, ...(integrationId ? { integrationId } : {}) };
  return inboundRoute(request, { params: Promise.resolve(params) });
}
