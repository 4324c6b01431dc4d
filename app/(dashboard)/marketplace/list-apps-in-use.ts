import { zapierId } from "#components/marketplace/zapier/zapier-id.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { listHooks } from "#lib/zapier/list-hooks.ts";

/** The apps that are connected from their own side, by id: Zapier, while a Zap listens. */
export async function listAppsInUse(ctx: Ctx): Promise<ReadonlySet<string>> {
  const { data: hooks } = await listHooks({ ctx, input: { limit: 100 } });
  return new Set(hooks.some(({ status }) => status === "active") ? [zapierId] : []);
}
