import { z } from "zod";
import { say } from "#lib/failures/say.ts";
import { saidParam } from "#lib/failures/values.ts";
import { trimmedText } from "#lib/text-schema.ts";
import { scopeSchema } from "./permissions.ts";

export const createApiKeyInput = z.strictObject({
  name: trimmedText(100).min(1, saidParam(say("field_name_the_key"))),
  scopes: z.array(scopeSchema).min(1, saidParam(say("field_no_permission_chosen"))),
});

export const apiKeyDto = z.object({
  id: z.string(),
  name: z.string(),
  prefix: z.string().describe("Its first characters, to tell keys apart"),
  scopes: z.array(scopeSchema),
  createdAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime().nullable(),
  revokedAt: z.iso.datetime().nullable(),
});
export type ApiKeyDto = z.infer<typeof apiKeyDto>;

/** Right after creation, and never again. */
export const newApiKeyDto = apiKeyDto.extend({ key: z.string() });
export type NewApiKeyDto = z.infer<typeof newApiKeyDto>;
