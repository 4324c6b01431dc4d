import { say } from "#lib/failures/say.ts";
import { newId } from "#lib/ids.ts";
import { callProvider } from "#lib/integrations/calls/call-provider.ts";
import type { IntegrationRow } from "#lib/integrations/integration-row.ts";
import { ProviderError } from "#lib/providers/contract/provider-error.ts";
import type { Resource, ResourceItem } from "#lib/providers/contract/resource.ts";

const pageSize = 100;
/** A longer list is not read: it says nothing of what is not in it. */
const mostPages = 10;

/**
 * All items of an app's list, within the integration's budget.
 * @returns null where it could not be read, has something that cannot be read in it, or is too long
 */
export async function listWhole(
  integration: IntegrationRow,
  name: string,
  resource: Resource,
  search: string | undefined,
): Promise<ResourceItem[] | null> {
  const items: ResourceItem[] = [];
  let cursor: string | null = null;
  try {
    for (let page = 0; page < mostPages; page += 1) {
      const asked: { cursor: string | null } = { cursor };
      const { result } = await callProvider({
        integration,
        kind: "resource",
        name,
        idempotencyKey: newId("req"),
        run: (call) => resource.list(call, { ...asked, limit: pageSize, search }),
        describe: (read) => [say("call_list_read", { count: read.items.length })],
      });
      if (result.unread.length > 0) return null;
      items.push(...result.items);
      if (result.nextCursor === null) return items;
      if (result.nextCursor === cursor) return null;
      cursor = result.nextCursor;
    }
    return null;
  } catch (error) {
    if (error instanceof ProviderError) return null;
    throw error;
  }
}
