import { randomBytes } from "node:crypto";
import { z } from "zod";
import { lookUp } from "#lib/look-up.ts";
import type {
  ProviderSandbox,
  SandboxContext,
  SandboxReply,
  SandboxRequest,
  SandboxRoute,
} from "../../sandbox-kit/contract.ts";
import { page } from "./answers.ts";

const consentData = z.object({
  callbackUrl: z.string(),
  userId: z.string(),
  appName: z.string(),
  permissions: z.string(),
});

/** Makes the keys and posts them to the app. The app must answer 200, or they are deleted again. */
export const postKeys: NonNullable<ProviderSandbox["afterConsent"]> = async ({ url, grant, context }) => {
  const { callbackUrl, userId, appName, permissions } = consentData.parse(grant.data);
  const keyId = await context.store.next("key");
  const consumerKey = `ck_${randomBytes(20).toString("hex")}`;
  const consumerSecret = `cs_${randomBytes(20).toString("hex")}`;
  await context.store.put("key", String(keyId), {
    description: `${appName} - API (${context.now().toISOString().slice(0, 19).replace("T", " ")})`,
    permissions,
    truncatedKey: consumerKey.slice(-7),
  });
  const token = keyToken(consumerKey, consumerSecret);
  await context.issue(grant, { kind: "key", token, data: { keyId: String(keyId) } });
  const { status } = await context.sendFirst({
    url: callbackUrl,
    headers: { "content-type": "application/json;charset=UTF-8" },
    body: JSON.stringify({
      key_id: keyId,
      user_id: userId,
      consumer_key: consumerKey,
      consumer_secret: consumerSecret,
      key_permissions: permissions,
    }),
  });
  if (status !== 200) {
    await context.store.remove("key", String(keyId));
    throw new Error(
      "Error: An error occurred in the request and at the time were unable to send the consumer data.",
    );
  }
  const back = new URL(url);
  back.searchParams.delete("code");
  return back;
};

const scopesByName: Readonly<Record<string, readonly ("read" | "write")[]>> = {
  read: ["read"],
  write: ["write"],
  read_write: ["read", "write"],
};
const titles = {
  read: "View coupons, customers, orders, sales reports and products",
  write: "Create webhooks, and manage coupons, customers, orders and products",
};
const parameters = ["app_name", "user_id", "return_url", "callback_url", "scope"] as const;

/** The page on which a merchant agrees to new keys. https://woocommerce.github.io/woocommerce-rest-api-docs/#rest-api-keys */
export const authorizeRoute: SandboxRoute = {
  methods: ["GET"],
  match: /^(?<address>[^/]+(?:\/.+?)?)\/wc-auth\/v1\/authorize\/?$/,
  access: "open",
  handle: async (request, context, { address = "" }) => authorize(request, context, address),
};

async function authorize(
  { url }: SandboxRequest,
  context: SandboxContext,
  address: string,
): Promise<SandboxReply> {
  const missing = parameters.find((name) => !url.searchParams.get(name));
  if (missing) return denied(`Missing parameter ${missing}`);
  const read = (name: (typeof parameters)[number]) => url.searchParams.get(name) ?? "";
  const scopes = lookUp(scopesByName, read("scope"));
  if (!scopes) return denied(`Invalid scope ${read("scope")}`);
  const returnUrl = formattedUrl(read("return_url"));
  const callbackUrl = formattedUrl(read("callback_url"));
  for (const text of [returnUrl, callbackUrl]) {
    if (!URL.canParse(text)) return denied(`The ${text} is not a valid URL`);
  }
  if (!isOverTls(callbackUrl, context)) return denied("The callback_url needs to be over SSL");
  const userId = read("user_id");
  return context.askConsent({
    data: { callbackUrl, userId, appName: read("app_name"), permissions: read("scope") },
    scopes: scopes.map((id) => ({ id, title: titles[id] })),
    externalId: address,
    allowUrl: withOutcome(returnUrl, "1", userId),
    denyUrl: withOutcome(returnUrl, "0", userId),
  });
}

function denied(message: string): SandboxReply {
  return page(401, `Error: ${message}.`);
}

/** WooCommerce decodes what PHP has decoded before, and adds a scheme where there is none. */
function formattedUrl(text: string): string {
  const decoded = text.replaceAll("+", " ").replace(/(?:%[\da-f]{2})+/gi, decode);
  return decoded.includes("://") ? decoded : `https://${decoded}`;
}

function decode(escapes: string): string {
  return Buffer.from(escapes.replaceAll("%", ""), "hex").toString("utf8");
}

/** This installation, on the computer of whoever tries it out, has no certificate: it is let through here alone. */
function isOverTls(callbackUrl: string, { appWebhookUrl }: SandboxContext): boolean {
  return (
    callbackUrl.toLowerCase().startsWith("https://") ||
    new URL(callbackUrl).origin === new URL(appWebhookUrl).origin
  );
}

function withOutcome(returnUrl: string, success: "0" | "1", userId: string): string {
  const url = new URL(returnUrl);
  url.searchParams.set("success", success);
  url.searchParams.set("user_id", userId);
  return url.href;
}

/** What a request shows of a pair of keys. */
export function keyToken(consumerKey: string, consumerSecret: string): string {
  return `${consumerKey}:${consumerSecret}`;
}
