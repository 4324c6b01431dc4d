import { apiRoute } from "./api-route.ts";
import { merchantDocument } from "./documents.ts";
import { badRequest, notFound } from "./replies.ts";

/** https://developer.paypal.com/docs/api/identity/v1/#userinfo_get */
export const accountRoutes = [
  apiRoute("GET", "/v1/identity/openidconnect/userinfo", async ({ store }, { url }) => {
    if (url.searchParams.get("schema") !== "openid") {
      return badRequest("INVALID_PARAMETER_VALUE", "The value of a field is invalid.", "schema");
    }
    const merchant = await store.get("merchant", "merchant", merchantDocument);
    if (!merchant) return notFound();
    const user_id = `https://www.paypal.com/webapps/auth/identity/user/${merchant.payerId}`;
    return {
      status: 200,
      json: {
        user_id,
        sub: user_id,
        name: merchant.name,
        payer_id: merchant.payerId,
        verified_account: true,
        email: merchant.email,
        email_verified: true,
      },
    };
  }),
];
