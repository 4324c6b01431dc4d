import { z } from "zod";
import { shortText } from "#lib/text-schema.ts";
import type { KeyGrant } from "../contract/auth.ts";
import { ProviderError } from "../contract/provider-error.ts";
import { requireStoreAddress } from "./store-address.ts";
import { tell } from "./words.ts";

/** https://woocommerce.github.io/woocommerce-rest-api-docs/#rest-api-keys */
const postedKeys = z.looseObject({
  key_id: z.int(),
  user_id: z.union([shortText(200).min(1), z.int()]),
  consumer_key: shortText(200).startsWith("ck_"),
  consumer_secret: shortText(200).startsWith("cs_"),
  key_permissions: z.enum(["read", "write", "read_write"]),
});

/**
 * The one-click way to keys: the merchant agrees on a page of the shop, which posts new keys to us. The post is not
 * signed; the nonce that it carries says whose it is, and the keys are tested against the shop afterwards.
 */
export const grant: Pick<KeyGrant, "authorizeUrl" | "readGrant"> = {
  authorizeUrl({ settings, appName, nonce, returnUrl, callbackUrl }) {
    const url = new URL(`${requireStoreAddress(settings)}/wc-auth/v1/authorize`);
    url.search = new URLSearchParams({
      app_name: appName,
      scope: "read_write",
      user_id: nonce,
      return_url: returnUrl,
      callback_url: callbackUrl,
    }).toString();
    return url.href;
  },
  readGrant(body) {
    const posted = postedKeys.safeParse(body);
    if (!posted.success) {
      throw new ProviderError({
        kind: "invalid_input",
        message: tell("shop_sent_no_keys_can"),
        detail: z.prettifyError(posted.error),
      });
    }
    const { key_permissions, user_id, consumer_key, consumer_secret } = posted.data;
    if (key_permissions !== "read_write") {
      throw new ProviderError({
        kind: "invalid_input",
        message: tell("shop_gave_key_may_only", { key_permissions }),
        detail: `key_permissions: ${key_permissions}`,
      });
    }
    return {
      nonce: String(user_id),
      credentials: { consumerKey: consumer_key, consumerSecret: consumer_secret },
    };
  },
};
