import { readFileSync } from "node:fs";
import Stripe from "stripe";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type ProviderTest, startProviderTest } from "#lib/providers/testing/provider-test.ts";
import { stripe } from "../provider.ts";
import { commands } from "./commands.ts";

/** The SDK's types are made from Stripe's own description of its API. */
const types = new URL("../../../../node_modules/stripe/esm/resources/", import.meta.url);

type Field = { name: string; isRequired: boolean; isNullable: boolean };

/** The fields of an interface, as it is written in the SDK. */
function readFields(file: string, name: string): Field[] {
  const source = readFileSync(new URL(`${file}.d.ts`, types), "utf8").replace(/\/\*\*[\s\S]*?\*\//g, "");
  const body = new RegExp(`^export interface ${name} \\{\\n([\\s\\S]*?)^\\}`, "m").exec(source)?.[1] ?? "";
  return [...body.matchAll(/^ {4}(\w+)(\??): (.+);$/gm)].map(([, field = "", optional, type = ""]) => ({
    name: field,
    isRequired: optional === "" && type !== "void",
    isNullable: /\| null\b/.test(type) || type === "null",
  }));
}

/** Where an object lacks what the SDK promises, or has what it does not know. */
function findDepartures(file: string, name: string, object: object): string[] {
  const fields = readFields(file, name);
  if (fields.length === 0) return [`${name} is not in ${file}`];
  const values = new Map(Object.entries(object));
  return [
    ...fields.flatMap((field) => {
      if (!values.has(field.name)) return field.isRequired ? [`${name} lacks ${field.name}`] : [];
      const isNull = values.get(field.name) === null;
      return isNull && !field.isNullable ? [`${name}.${field.name} is null`] : [];
    }),
    ...[...values.keys()].flatMap((key) =>
      key === "lastResponse" || fields.some((field) => field.name === key) ? [] : [`${name} has no ${key}`],
    ),
  ];
}

let shop: ProviderTest;
let client: Stripe;
let options: Stripe.RequestOptions;
beforeAll(async () => {
  shop = await startProviderTest(stripe, {
    also: async () => new Response(),
    settings: ({ externalId }) => ({ accountId: externalId }),
  });
  client = new Stripe(shop.context.app.clientSecret, {
    httpClient: Stripe.createFetchHttpClient(shop.call().fetch),
    maxNetworkRetries: 0,
    telemetry: false,
  });
  options = { stripeAccount: shop.account.externalId };
});
afterAll(() => shop.stop());

const command = (name: string, input: unknown = {}) => commands[name]?.run(shop.context, input);

test("the types say what is required, so that this test can fail", () => {
  expect(findDepartures("BalanceTransactions", "BalanceTransaction", {})).toContain(
    "BalanceTransaction lacks net",
  );
  expect(findDepartures("Payouts", "Payout", { amount: null })).toContain("Payout.amount is null");
  expect(findDepartures("Refunds", "Refund", { colour: "red" })).toContain("Refund has no colour");
});

test("every object is in the form of the SDK's types", async () => {
  const customer = await client.customers.create({ email: "guest@example.com", name: "Ana" }, options);
  const method = await client.paymentMethods.attach("pm_card_visa", { customer: customer.id }, options);
  const payment = await client.paymentIntents.create(
    {
      amount: 5_000,
      currency: "eur",
      application_fee_amount: 200,
      confirm: true,
      customer: customer.id,
      payment_method: method.id,
      off_session: true,
    },
    options,
  );
  const charge = await client.charges.retrieve(String(payment.latest_charge), {}, options);
  const refund = await client.refunds.create(
    { charge: charge.id, amount: 1_000, refund_application_fee: true },
    options,
  );
  await command("end-refund");
  const failed = await client.refunds.retrieve(refund.id, {}, options);
  await command("dispute-newest-charge");
  await command("decide-dispute");
  const [dispute] = (await client.disputes.list({}, options)).data;
  await command("pay-out");
  await command("fail-payout");
  const [payout] = (await client.payouts.list({}, options)).data;
  const session = await client.checkout.sessions.create(
    {
      mode: "payment",
      success_url: "https://example.com/{CHECKOUT_SESSION_ID}",
      line_items: [
        { price_data: { currency: "eur", unit_amount: 900, product_data: { name: "Pizza" } }, quantity: 2 },
      ],
    },
    options,
  );
  const [fee] = (await client.applicationFees.list({ charge: charge.id })).data;
  const [feeRefund] = (await client.applicationFees.listRefunds(fee?.id ?? "")).data;
  const { data: transactions } = await client.balanceTransactions.list({ limit: 100 }, options);
  const { data: ofPlatform } = await client.balanceTransactions.list({ limit: 100 });
  const { data: events } = await client.events.list({ limit: 100 }, options);
  const balance = await client.balance.retrieve({}, options);
  const account = await client.accounts.retrieve(shop.account.externalId);
  const [capability] = (await client.accounts.listCapabilities(shop.account.externalId)).data;
  const departures = [
    ...findDepartures("Customers", "Customer", customer),
    ...findDepartures("PaymentMethods", "PaymentMethod", method),
    ...findDepartures("PaymentIntents", "PaymentIntent", payment),
    ...findDepartures("Charges", "Charge", charge),
    ...[refund, failed].flatMap((one) => findDepartures("Refunds", "Refund", one)),
    ...findDepartures("Disputes", "Dispute", dispute ?? {}),
    ...findDepartures("Payouts", "Payout", payout ?? {}),
    ...findDepartures("Checkout/Sessions", "Session", session),
    ...findDepartures("ApplicationFees", "ApplicationFee", fee ?? {}),
    ...findDepartures("FeeRefunds", "FeeRefund", feeRefund ?? {}),
    ...[...transactions, ...ofPlatform].flatMap((one) =>
      findDepartures("BalanceTransactions", "BalanceTransaction", one),
    ),
    ...(dispute?.balance_transactions ?? []).flatMap((one) =>
      findDepartures("BalanceTransactions", "BalanceTransaction", one),
    ),
    ...events.flatMap((one) => findDepartures("Events", "EventBase", one)),
    ...findDepartures("Balance", "Balance", balance),
    ...findDepartures("Accounts", "Account", account),
    ...findDepartures("Capabilities", "Capability", capability ?? {}),
  ];
  expect([...new Set(departures)]).toEqual([]);
  expect(dispute?.balance_transactions).toHaveLength(2);
  expect(failed.failure_balance_transaction).toEqual(expect.any(String));
});
