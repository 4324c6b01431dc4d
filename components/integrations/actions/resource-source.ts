import { apiGet } from "#components/listing/api-get.ts";
import type { ResourceSource } from "#components/schema-form/form-context.ts";
import { resourcePageDto } from "#lib/integrations/schema.ts";

/** What a connection holds, for the fields that name a resource of it. @param named the app's resources by their titles */
export function createResourceSource(
  integrationId: string,
  named: readonly { id: string; title: string }[],
): ResourceSource {
  return {
    key: integrationId,
    getTitle: (resource) => named.find(({ id }) => id === resource)?.title ?? resource,
    load: ({ resource, search, cursor, signal }) =>
      apiGet({
        path: `/api/integrations/${integrationId}/resources/${resource}`,
        query: { search, cursor },
        schema: resourcePageDto,
        signal,
      }),
  };
}
