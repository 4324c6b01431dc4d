import { say } from "#lib/failures/say.ts";
import { newId } from "#lib/ids.ts";
import { callProvider } from "#lib/integrations/calls/call-provider.ts";
import type { IntegrationRow } from "#lib/integrations/integration-row.ts";
import type { Resource, ResourceItem, ResourcePage } from "#lib/providers/contract/resource.ts";

const pageSize = 100;
/** What lies behind so many pages is taken at the merchant's word. */
const mostPages = 5;

/**
 * The entry of an account's list that a merchant means.
 * @param wanted.id the entry's id; undefined = the one of the suggested name, or the only one there is
 * @returns its id, or null where there is none such
 * @throws {ProviderError} where the app did not list them
 */
export async function findEntry(
  integration: IntegrationRow,
  list: { id: string; resource: Resource },
  wanted: { id: string | undefined; suggestedName: string | undefined },
): Promise<string | null> {
  const items: ResourceItem[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < mostPages; page += 1) {
    const read = await readPage(integration, list, cursor);
    items.push(...read.items);
    if (items.some(({ id }) => id === wanted.id)) return wanted.id ?? null;
    if (read.nextCursor === null || read.nextCursor === cursor) {
      return wanted.id === undefined ? suggested(items, wanted.suggestedName) : null;
    }
    cursor = read.nextCursor;
  }
  return wanted.id ?? suggested(items, wanted.suggestedName);
}

async function readPage(
  integration: IntegrationRow,
  { id, resource }: { id: string; resource: Resource },
  cursor: string | null,
): Promise<ResourcePage> {
  const { result } = await callProvider({
    integration,
    kind: "resource",
    name: id,
    idempotencyKey: newId("req"),
    run: (call) => resource.list(call, { cursor, limit: pageSize }),
    describe: ({ items }) => [say("call_list_read", { count: items.length })],
  });
  return result;
}

function suggested(items: readonly ResourceItem[], name: string | undefined): string | null {
  const [only] = items;
  if (items.length === 1 && only) return only.id;
  if (name === undefined) return null;
  const bare = (text: string) => text.replace(/^#/, "").trim().toLowerCase();
  const same = items.filter(({ label }) => bare(label) === bare(name));
  const alike = same.length > 0 ? same : items.filter(({ label }) => bare(label).includes(bare(name)));
  const [first, second] = alike;
  return first && !second ? first.id : null;
}
