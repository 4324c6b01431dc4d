import { z } from "zod";
import { trimmedText } from "#lib/text-schema.ts";
import type { ApiKeyAuth, FieldMeta, Scope } from "../contract/auth.ts";

export const scopes = [
  {
    id: "lists.read",
    title: "See your lists",
    reason: "So that you can choose one.",
  },
  {
    id: "notes.write",
    title: "Add notes",
    reason: "So that what guests order stands in your list.",
  },
] as const satisfies readonly Scope[];

/** What is typed to connect, and how a request proves itself. An app with a consent page has `kind: "oauth2"`. */
export const auth: ApiKeyAuth = {
  kind: "api_key",
  input: z.strictObject({
    apiKey: trimmedText(200)
      .regex(/^key_\w{20,}$/, "A key begins with key_. Copy the whole of it.")
      .meta({
        title: "API key",
        description: "In Acme Notes: Settings › API.",
        placeholder: "key_…",
        secret: true,
      } satisfies FieldMeta),
  }),
  scopes,
  authenticate: (request, { apiKey = "" }) => ({
    ...request,
    headers: { ...request.headers, authorization: `Bearer ${apiKey}` },
  }),
  grant: null,
  tokenRequest: null,
};
