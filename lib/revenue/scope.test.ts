import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { paymentAccounts } from "#db/schema/payment-accounts.ts";
import { newId } from "#lib/ids.ts";
import type { Book } from "#lib/ledger/book.ts";
import { getRevenue } from "./get-revenue.ts";
import { bookAll, movement, openShop } from "./testing/scene.ts";

const lately = new Date(Date.now() - 60_000);
const longAgo = new Date(Date.now() - 200 * 86_400_000);

const book = (where: Book, currency: string, count: number, at = lately) =>
  bookAll(
    where,
    Array.from({ length: count }, () =>
      movement({ id: newId("evt"), kind: "payment", currency, amount: 100, at }),
    ),
  );

test("the currency of most payments lately is meant, by the merchant's own in the environment alone", async () => {
  const [shop, stranger] = [await openShop(), await openShop()];
  await book(shop.book, "EUR", 1);
  await book(shop.book, "USD", 2);
  await book(shop.book, "EUR", 5, longAgo);
  await book({ ...shop.book, environment: "live" }, "EUR", 5);
  await book({ ...shop.book, environment: "live" }, "CHF", 1);
  await book({ ...shop.book, book: "platform" }, "EUR", 5);
  await book({ ...shop.book, book: "platform" }, "GBP", 5);
  await book(stranger.book, "EUR", 5);
  await book(stranger.book, "JPY", 5);
  const scope = async (input: object) => {
    const { environment, currency, currencies } = await getRevenue({
      ctx: shop.ctx,
      input: { by: "day", ...input },
    });
    return { environment, currency, currencies };
  };
  const sandbox = { environment: "sandbox", currencies: ["USD", "EUR"] };
  expect(await scope({ environment: "sandbox" })).toEqual({ ...sandbox, currency: "USD" });
  expect(await scope({ environment: "sandbox", currency: "EUR" })).toEqual({ ...sandbox, currency: "EUR" });
  const live = { environment: "live", currency: "EUR", currencies: ["EUR", "CHF"] };
  expect(await scope({})).toEqual(live);
});

test("a merchant who has an account with real money is meant to see it, also before anything was sold there", async () => {
  const [shop, stranger] = [await openShop(), await openShop()];
  await book(shop.book, "EUR", 1);
  const open = (merchantId: string, environment: "live" | "sandbox") =>
    db()
      .insert(paymentAccounts)
      .values({ ...shop.book, merchantId, environment, accountId: newId("sbx"), id: newId("pac") });
  const environment = async () => (await getRevenue({ ctx: shop.ctx, input: { by: "day" } })).environment;
  await open(stranger.merchantId, "live");
  await open(shop.merchantId, "sandbox");
  expect(await environment()).toBe("sandbox");
  await open(shop.merchantId, "live");
  expect(await environment()).toBe("live");
});
