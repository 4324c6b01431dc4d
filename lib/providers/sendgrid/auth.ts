import { z } from "zod";
import { trimmedText } from "#lib/text-schema.ts";
import type { ApiKeyAuth, FieldMeta } from "../contract/auth.ts";
import { address } from "./fields.ts";
import { regions } from "./region.ts";
import { scopes } from "./scopes.ts";

const input = z.strictObject({
  apiKey: trimmedText(200)
    .regex(
      /^SG\.[\w-]{10,}\.[\w-]{10,}$/,
      "A key of SendGrid begins with SG. and has two dots. Copy the whole of it.",
    )
    .meta({
      title: "API key",
      description: "In SendGrid: Settings › API Keys › Create API Key. It is shown once.",
      placeholder: "SG.…",
      secret: true,
    } satisfies FieldMeta),
  region: z
    .enum(regions)
    .default("global")
    .meta({
      title: "Region",
      description: "“eu” only for an account whose e-mails are sent from the EU; “global” for all others.",
    } satisfies FieldMeta),
  fromEmail: address("This is not an e-mail address.")
    .optional()
    .meta({
      title: "Usual sender",
      description: "The address that e-mails come from where nothing else is said. SendGrid must know it.",
      placeholder: "orders@ana.example",
    } satisfies FieldMeta),
  fromName: trimmedText(100)
    .optional()
    .meta({ title: "Name of the usual sender", placeholder: "Ana's Kitchen" } satisfies FieldMeta),
});

/** https://www.twilio.com/docs/sendgrid/api-reference/how-to-use-the-sendgrid-v3-api/authentication */
export const auth: ApiKeyAuth = {
  kind: "api_key",
  input,
  scopes,
  authenticate: (request, { apiKey = "" }) => ({
    ...request,
    headers: { ...request.headers, authorization: `Bearer ${apiKey}` },
  }),
  grant: null,
  tokenRequest: null,
};
