import type { RoleEntries, RoleEntry } from "#components/recipes/recipe-choices.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { AppError } from "#lib/errors.ts";
import { listResource } from "#lib/integrations/list-resource.ts";
import type { RecipeDto } from "#lib/recipes/schema.ts";

const maxEntries = 100;

/** What there is to choose from for each role, at each connection; null where an app could not be asked. */
export async function readEntries(ctx: Ctx, roles: RecipeDto["roles"]): Promise<RoleEntries> {
  const known = await Promise.all(
    roles.map(async ({ name, resource, connections }) => {
      if (resource === null) return [name, []] as const;
      const lists = await Promise.all(
        connections.map(({ integrationId }) => entriesOf(ctx, integrationId, resource.id)),
      );
      const read = lists.filter((list) => list !== null);
      return [name, read.length === 0 && lists.length > 0 ? null : read.flat()] as const;
    }),
  );
  return Object.fromEntries(known);
}

async function entriesOf(ctx: Ctx, integrationId: string, resource: string): Promise<RoleEntry[] | null> {
  try {
    const { data } = await listResource({ ctx, input: { id: integrationId, resource, limit: maxEntries } });
    return data.map(({ id, label }) => ({ integrationId, id, label }));
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}
