import { inboundRoute } from "#lib/integrations/inbound/inbound-route.ts";

/** A provider's webhook: `/api/inbound/<provider>[/<integration>]`, rewritten to this one address as `app/sandbox` is. */
function take(request: Request): Promise<Response> {
  const place = /^\/api\/inbound\/([^/]+)(?:\/([^/]+))?$/.exec(new URL(request.url).pathname);
  const [, provider = "", integrationId] = place ?? [];
  const params = { provider, ...(integrationId === undefined ? {} : { integrationId }) };
  return inboundRoute(request, { params: Promise.resolve(params) });
}

// Some providers ask the address by GET before they use it.
export { take as GET, take as POST };
