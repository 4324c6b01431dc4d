"use server";

import type { ApiKeyDto, NewApiKeyDto } from "#lib/auth/api-key-schema.ts";
import { createApiKey, revokeApiKey } from "#lib/auth/api-keys.ts";
import { type ActionResult, runAction } from "#lib/transport/action.ts";
import { runFields } from "#lib/transport/run-verb.ts";

/** Creates a key. The page is not read again here: the dialog that shows the key has to stay where it is. */
export async function createKey(_: unknown, form: FormData): Promise<ActionResult<NewApiKeyDto>> {
  return runAction((ctx) =>
    runFields(createApiKey, { ctx, input: { name: form.get("name"), scopes: form.getAll("scopes") } }),
  );
}

export async function revokeKey(_: unknown, form: FormData): Promise<ActionResult<ApiKeyDto>> {
  return runAction((ctx) => runFields(revokeApiKey, { ctx, input: { id: form.get("id") } }));
}
