import Stripe from "stripe";
import type { Provider } from "../contract/provider.ts";
import { type ProviderTest, type ProviderTestOptions, startProviderTest } from "./provider-test.ts";

export type StripeScene = {
  shop: ProviderTest;
  /** The official SDK with the platform's key, pointed at the sandbox. */
  client: Stripe;
  /** For what happens in the merchant's account. */
  options: Stripe.RequestOptions;
  /** Does something at Stripe's side: one of the sandbox's commands. */
  command: (id: string, input?: Record<string, unknown>) => Promise<string>;
  /** A charge on the account that has gone through. */
  charge: (over?: Partial<Stripe.PaymentIntentCreateParams>) => Promise<Stripe.Charge>;
};

/** A merchant with a Stripe account in the sandbox, and the SDK to look into it. */
export async function startStripeScene(
  provider: Provider,
  { also = async () => new Response() }: Pick<ProviderTestOptions, "also"> = {},
): Promise<StripeScene> {
  const shop = await startProviderTest(provider, {
    also,
    settings: ({ externalId }) => ({ accountId: externalId }),
  });
  const client = new Stripe(shop.context.app.clientSecret, {
    // A call of its own for each: one call has its time.
    httpClient: Stripe.createFetchHttpClient((url, init) => shop.call().fetch(url, init)),
    maxNetworkRetries: 0,
    telemetry: false,
  });
  const options = { stripeAccount: shop.account.externalId };
  const { commands } = await provider.sandbox();
  return {
    shop,
    client,
    options,
    command: async (id, input = {}) => {
      const command = commands[id];
      if (!command) throw new Error(`The sandbox has no command ${id}.`);
      return command.run(shop.context, input);
    },
    charge: async (over = {}) => {
      const payment = await client.paymentIntents.create(
        {
          amount: 5_000,
          currency: "eur",
          confirm: true,
          payment_method: "pm_card_visa",
          expand: ["latest_charge"],
          ...over,
        },
        options,
      );
      if (typeof payment.latest_charge !== "object" || payment.latest_charge === null)
        throw new Error("The payment has no charge.");
      return payment.latest_charge;
    },
  };
}
