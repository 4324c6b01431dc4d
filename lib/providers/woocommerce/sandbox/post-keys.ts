import { randomBytes } from "node:crypto";
import { z } from "zod";
import type { ProviderSandbox } from "../../sandbox-kit/contract.ts";

const consentData = z.object({
  callbackUrl: z.string(),
  userId: z.string(),
  appName: z.string(),
  permissions: z.string(),
});

/** Makes the keys and posts them to the app. The app must answer 200, or they are deleted again. */
export const postKeys: NonNullable<ProviderSandbox["afterConsent"]> = async ({ url, grant, desk }) => {
  const { callbackUrl, userId, appName, permissions } = consentData.parse(grant.data);
  const keyId = await desk.store.next("key");
  const consumerKey = `ck_${randomBytes(20).toString("hex")}`;
  const consumerSecret = `cs_${randomBytes(20).toString("hex")}`;
  await desk.store.put("key", String(keyId), {
    description: `${appName} - API (${desk.now().toISOString().slice(0, 19).replace("T", " ")})`,
    permissions,
    truncatedKey: consumerKey.slice(-7),
  });
  const token = keyToken(consumerKey, consumerSecret);
  await desk.issue(grant, { kind: "key", token, data: { keyId: String(keyId) } });
  const { status } = await desk.send({
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
    await desk.store.remove("key", String(keyId));
    throw new Error(
      "Error: An error occurred in the request and at the time were unable to send the consumer data.",
    );
  }
  const back = new URL(url);
  back.searchParams.delete("code");
  return back;
};

/** What a request shows of a pair of keys. */
export function keyToken(consumerKey: string, consumerSecret: string): string {
  return `${consumerKey}:${consumerSecret}`;
}
