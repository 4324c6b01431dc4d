import { type AppRequest, createRestClient } from "../kit/rest-client.ts";
import { apiOrigin } from "./auth.ts";
import { toProviderError } from "./errors.ts";

/**
 * The REST APIs: https://developer.paypal.com/api/rest/. Paths stand behind the host: `/v2/checkout/orders`. Every write
 * carries the idempotency key: PayPal keeps it for six hours with orders and their captures, for 45 days with refunds,
 * and answers a repetition with what came of the first.
 * https://developer.paypal.com/reference/guidelines/idempotency
 */
export const api = createRestClient<AppRequest>({
  app: "PayPal",
  root: ({ settings }) => apiOrigin(settings),
  toProviderError,
  headers: ({ idempotencyKey }, { method }) => ({
    prefer: "return=representation",
    ...(method === "GET" ? {} : { "paypal-request-id": idempotencyKey }),
  }),
});
