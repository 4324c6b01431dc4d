import { authorise, type Ctx } from "#lib/auth/context.ts";
import { notFound } from "#lib/errors.ts";
import { newId } from "#lib/ids.ts";
import type { Page } from "#lib/listing/page.ts";
import { lookUp } from "#lib/look-up.ts";
import { parseInput } from "#lib/parse.ts";
import { callProvider } from "./calls/call-provider.ts";
import { toAppError } from "./calls/to-app-error.ts";
import { providerOf, requireIntegration } from "./integration-row.ts";
import { listResourceInput, type ResourceItemDto } from "./schema.ts";

/**
 * What the account holds, as the app itself lists it now: channels, spreadsheets, products.
 * @throws {AppError} 404, 409 where the connection needs its merchant, 429, 502, 504
 */
export async function listResource({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<Page<ResourceItemDto>> {
  authorise(ctx, "read");
  const { id, resource: resourceId, limit, cursor, search } = parseInput(listResourceInput, input);
  const integration = await requireIntegration(ctx, id);
  const resource = lookUp(providerOf(integration).resources, resourceId);
  if (!resource) throw notFound("resource");
  try {
    const { result } = await callProvider({
      integration,
      kind: "resource",
      name: resourceId,
      idempotencyKey: newId("req"),
      run: (call) => resource.list(call, { cursor: cursor ?? null, limit, search }),
      describe: ({ items }) => `${resource.title}: ${items.length} read.`,
    });
    const data = result.items.map(({ details = {}, ...item }) => ({ ...item, details: { ...details } }));
    return { data, nextCursor: result.nextCursor };
  } catch (error) {
    throw toAppError(error);
  }
}
