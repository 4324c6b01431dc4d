import { hrefWith } from "#components/listing/search-params.ts";
import type { CallDto, IntegrationDto } from "#lib/integrations/schema.ts";

export type ActivityFilter = CallDto["outcome"] | undefined;

/** The activity on the page of its app, with its filter and the place in the list. */
export function activityHref(
  { id, provider }: Pick<IntegrationDto, "id" | "provider">,
  { filter, cursor }: { filter: ActivityFilter; cursor?: string | undefined },
): string {
  return `${hrefWith(`/marketplace/${provider}`, { account: id, outcome: filter, cursor })}#activity`;
}

/** Which activity an address asks for; all of it where it asks for something else. */
export function readActivityFilter(param: string | undefined): ActivityFilter {
  return param === "ok" || param === "failed" ? param : undefined;
}
