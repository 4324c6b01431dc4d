import { createApiKey } from "#lib/auth/api-keys.ts";
import type { Ctx } from "#lib/auth/context.ts";
import type { Scope } from "#lib/auth/permissions.ts";
import { scopeSchema } from "#lib/auth/permissions.ts";

/** A key of a test's merchant, with every scope unless told otherwise. */
export async function createTestApiKey(
  ctx: Ctx,
  scopes: readonly Scope[] = scopeSchema.options,
): Promise<string> {
  const { key } = await createApiKey({ ctx, input: { name: "Test", scopes: [...scopes] } });
  return key;
}
