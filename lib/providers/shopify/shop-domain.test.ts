import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { auth } from "./auth.ts";
import { isShopDomain, shopDomain } from "./shop-domain.ts";

describe("the shop's address", () => {
  test.each([
    "trattoria-ana",
    "Trattoria-Ana",
    "trattoria-ana.myshopify.com",
    "https://trattoria-ana.myshopify.com/",
    "http://trattoria-ana.myshopify.com/admin/products?x=1",
    "https://admin.shopify.com/store/trattoria-ana/orders",
    "  trattoria-ana.myshopify.com ",
    "Https://Trattoria-Ana.MyShopify.com/admin",
  ])("%s leads to the one host that everything uses", (typed) => {
    const settings = auth.input.parse({ shop: typed });
    expect(auth.endpoints(settings)).toEqual({
      authorize: "https://trattoria-ana.myshopify.com/admin/oauth/authorize",
      token: "https://trattoria-ana.myshopify.com/admin/oauth/access_token",
    });
  });

  test.each([
    "",
    "evil.example",
    "https://evil.example/trattoria-ana.myshopify.com",
    "trattoria-ana.myshopify.com.evil.example",
    "https://trattoria-ana.myshopify.com@evil.example/",
    "https://evil.example#.myshopify.com",
    "trattoria-ana.myshopify.com:8443",
    "-ana.myshopify.com",
    "a.b.myshopify.com",
    "127.0.0.1",
    "trattoria ana",
  ])("%j is refused before anything is sent there", (typed) => {
    expect(auth.input.safeParse({ shop: typed }).success).toBe(false);
    expect(() => shopDomain({ shop: typed })).toThrow(/myshopify\.com/);
  });

  test("whatever is accepted leads to a shop's host and nowhere else", () => {
    const part = fc.constantFrom(
      "a",
      "-",
      ".",
      "/",
      "@",
      ":",
      "#",
      "?",
      "myshopify.com",
      "https://",
      "evil.example",
      " ",
      "\\",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(part, { maxLength: 8 }).map((parts) => parts.join("")),
        ),
        (typed) => {
          const parsed = auth.input.safeParse({ shop: typed });
          if (!parsed.success) return;
          const { hostname, username, port } = new URL(auth.endpoints(parsed.data).authorize);
          expect([isShopDomain(hostname), username, port]).toEqual([true, "", ""]);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  test("the connect form can be drawn from its schema", () => {
    expect(z.toJSONSchema(auth.input, { io: "input" })).toMatchObject({
      properties: { shop: { title: "Your shop's address" } },
      required: ["shop"],
    });
  });
});
