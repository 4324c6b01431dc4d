import { createHash } from "node:crypto";
import { db } from "#db/client.ts";
import { newId } from "#lib/ids.ts";
import { createOAuthClient } from "#lib/integrations/calls/oauth-client.ts";
import { insertCredential } from "#lib/sandbox/core/credentials.ts";
import { testVendorContract } from "../conformance/vendor.ts";
import type { ProviderTest } from "../testing/provider-test.ts";
import { salesforce } from "./provider.ts";

testVendorContract(salesforce, {
  url: new URL("./testing/vendor-contract.json", import.meta.url),
  further: comeAndGo,
});

/** Access is given for a code, renewed and given back, after which nothing is renewed any more. */
async function comeAndGo({ account, call, context: { app } }: ProviderTest): Promise<void> {
  const { auth } = salesforce;
  const settings = { host: "login.salesforce.com" };
  const client = createOAuthClient({
    provider: salesforce,
    auth,
    app,
    environment: "sandbox",
    settings,
    requests: [],
  });
  const [redirectUri = ""] = app.redirectUris;
  const verifier = "a-verifier-that-is-long-enough-to-be-one-of-rfc-7636";
  const challenge = createHash("sha256").update(verifier).digest("base64url");
  const code = newId("sbx");
  const data = { redirect_uri: redirectUri, code_challenge: challenge };
  const grant = { id: newId("sbx"), account, scopes: ["api", "refresh_token"], data };
  await insertCredential(db(), "salesforce", grant, { kind: "code", token: code, expiresInSeconds: 60 });

  const first = await client.exchangeCode(code, redirectUri, verifier);
  const { refreshToken = "" } = await client.refresh(first.refreshToken ?? "");
  const { url, form } = auth.revoke({ credentials: { refreshToken }, settings, app });
  await call().request({ method: "POST", url, form });
  await client.refresh(refreshToken).catch(() => undefined);
}
