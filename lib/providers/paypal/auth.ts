import { z } from "zod";
import { trimmedText } from "#lib/text-schema.ts";
import type { ApiKeyAuth, FieldMeta } from "../contract/auth.ts";

/** PayPal's two worlds: the one with real money, and its own test accounts. Keys are good in one of them. */
const modes = ["live", "sandbox"] as const;

const key = (name: string) =>
  trimmedText(200).regex(
    /^[\w-]{20,120}$/,
    `Copy the whole ${name}: letters, digits, - and _, without spaces.`,
  );

const input = z.strictObject({
  mode: z
    .enum(modes)
    .default("live")
    .meta({
      title: "Live or test accounts",
      description:
        "“live” moves real money. “sandbox” is PayPal's own world of test accounts; it has keys of its own.",
    } satisfies FieldMeta),
  clientId: key("client ID").meta({
    title: "Client ID",
    description: "At developer.paypal.com: Apps & Credentials, then your app.",
    placeholder: "AZDxjDScFpQtjWTOUtWKbyN…",
    secret: true,
  } satisfies FieldMeta),
  clientSecret: key("secret").meta({
    title: "Secret",
    description: "On the same page, below the client ID.",
    placeholder: "EGnHDxD_qRPdaLdZz8iCr8N…",
    secret: true,
  } satisfies FieldMeta),
});

/**
 * Keys of a PayPal app, exchanged for an access token of about nine hours.
 * https://developer.paypal.com/api/rest/authentication/
 */
export const auth: ApiKeyAuth = {
  kind: "api_key",
  input,
  // An app at PayPal may do what its features say; there is nothing to agree to one by one.
  scopes: [],
  authenticate: (request, { accessToken = "" }) => ({
    ...request,
    headers: { ...request.headers, authorization: `Bearer ${accessToken}` },
  }),
  grant: null,
  tokenRequest: ({ clientId = "", clientSecret = "" }, settings) => ({
    method: "POST",
    url: `${apiOrigin(settings)}/v1/oauth2/token`,
    headers: { authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString("base64")}` },
    form: { grant_type: "client_credentials" },
  }),
};

/** https://developer.paypal.com/api/rest/requests/ */
export function apiOrigin(settings: Readonly<Record<string, string>>): string {
  return isTest(settings) ? "https://api-m.sandbox.paypal.com" : "https://api-m.paypal.com";
}

/** Hosts from which PayPal hands out the certificates that it signs its messages with. */
export function certificateHosts(settings: Readonly<Record<string, string>>): readonly string[] {
  return isTest(settings)
    ? ["api.sandbox.paypal.com", "api-m.sandbox.paypal.com"]
    : ["api.paypal.com", "api-m.paypal.com"];
}

export function isTest({ mode }: Readonly<Record<string, string>>): boolean {
  return mode === "sandbox";
}
