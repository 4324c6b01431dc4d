import { z } from "zod";
import type { Ctx } from "#lib/auth/context.ts";
import { env } from "#lib/env.ts";
import { sandboxApp } from "#lib/providers/provider-app.ts";
import { answerConsent } from "../consent/answer-consent.ts";
import { sandboxOrigin } from "../origin.ts";

/** Where tests ask a provider's sandbox, by the provider's real address. */
export function inSandbox(providerId: string, realUrl: string): string {
  return `${sandboxOrigin()}/sandbox/${providerId}/${realUrl.replace("https://", "")}`;
}

export function buildCallbackUrl(providerId: string): string {
  return `${env().APP_URL}/api/oauth/${providerId}/callback`;
}

/** Asks the authorize address as a browser would; parameters that are undefined are left out. */
export async function authorise(
  providerId: string,
  over: Record<string, string | undefined> = {},
): Promise<{ status: number; text: string; location: URL | null }> {
  const url = new URL(inSandbox(providerId, "https://tiny.example/authorize"));
  const query = {
    client_id: sandboxApp(providerId).clientId,
    redirect_uri: buildCallbackUrl(providerId),
    response_type: "code",
    scope: "read write",
    state: "the-state",
    ...over,
  };
  for (const [name, value] of Object.entries(query))
    if (value !== undefined) url.searchParams.set(name, value);
  const response = await fetch(url, { redirect: "manual" });
  const location = response.headers.get("location");
  return {
    status: response.status,
    text: await response.text(),
    location: location ? new URL(location) : null,
  };
}

/** Asks, and finds the consent's id in the address that the browser is led to. */
export async function askForConsent(
  providerId: string,
  over: Record<string, string | undefined> = {},
): Promise<string> {
  const { location, text } = await authorise(providerId, over);
  const id = /^\/consent\/(.+)$/.exec(location?.pathname ?? "")?.[1];
  if (!id) throw new Error(`No consent was asked for: ${location?.href ?? text}`);
  return id;
}

/** Goes through the consent page, and answers the code. */
export async function getCode(
  ctx: Ctx,
  providerId: string,
  over: Record<string, string | undefined> = {},
): Promise<string> {
  const id = await askForConsent(providerId, over);
  const { url } = await answerConsent({ ctx, input: { id, answer: "allow" } });
  return new URL(url).searchParams.get("code") ?? "";
}

/** Asks the token address, with the app's credentials in the body unless told otherwise. */
export async function askForToken(
  providerId: string,
  parameters: Record<string, string>,
  headers: Record<string, string> = {},
) {
  const { clientId, clientSecret } = sandboxApp(providerId);
  const proof: Record<string, string> = headers.authorization
    ? {}
    : { client_id: clientId, client_secret: clientSecret };
  const response = await fetch(inSandbox(providerId, "https://tiny.example/token"), {
    method: "POST",
    headers,
    body: new URLSearchParams({ ...proof, ...parameters }),
  });
  return { status: response.status, json: tokenAnswer.parse(await response.json()) };
}

const tokenAnswer = z.object({
  access_token: z.string().optional(),
  refresh_token: z.string().optional(),
  expires_in: z.number().nullish(),
  scope: z.string().optional(),
  error: z.string().optional(),
});

export async function exchangeCode(providerId: string, code: string, over: Record<string, string> = {}) {
  const form = { grant_type: "authorization_code", code, redirect_uri: buildCallbackUrl(providerId) };
  return askForToken(providerId, { ...form, ...over });
}

export async function refreshWith(providerId: string, refreshToken = "") {
  return askForToken(providerId, { grant_type: "refresh_token", refresh_token: refreshToken });
}

/** What the API says to an access token: 200, or its word for why not. */
export async function tryToken(providerId: string, token = ""): Promise<string | number> {
  const response = await fetch(inSandbox(providerId, "https://tiny.example/cups"), {
    headers: { authorization: `Bearer ${token}` },
  });
  const refusal = z.object({ error: z.string() }).safeParse(await response.json());
  return refusal.success ? refusal.data.error : response.status;
}
