import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { normaliseStoreAddress, requireStoreAddress } from "./store-address.ts";

describe("a shop's address", () => {
  test.each([
    ["https://ana.example", "https://ana.example"],
    ["  ana.example/ ", "https://ana.example"],
    ["HTTPS://Ana.Example/Shop//", "https://ana.example/Shop"],
    ["https://ana.example:8443/shop", "https://ana.example:8443/shop"],
    ["https://ana.example/shop/wp-admin/admin.php", "https://ana.example/shop"],
    ["https://ana.example/wp-json/wc/v3/", "https://ana.example"],
    ["https://ana.example/a/../shop", "https://ana.example/shop"],
    ["https://ana.example/?page_id=7", "https://ana.example"],
    ["ana.example/shop/?utm_source=x@y#top", "https://ana.example/shop"],
    ["https://ana.example?", "https://ana.example"],
    ["https://bücher.example", "https://xn--bcher-kva.example"],
    ["https://localhost:8443", "https://localhost:8443"],
  ])("%s is %s", (typed, address) => {
    expect(normaliseStoreAddress(typed)).toBe(address);
  });

  test.each([
    "",
    "ana",
    "http://ana.example",
    "ftp://ana.example",
    "https://ana:secret@ana.example",
    "https://ana@evil.example?",
    "https://ana.example\\@evil.example",
    "https://ana .example",
    "javascript:alert(1)",
    "https://",
  ])("%j is refused", (typed) => {
    expect(normaliseStoreAddress(typed)).toBeNull();
  });

  test("is the same when it is normalised once more", () => {
    fc.assert(
      fc.property(fc.webUrl({ validSchemes: ["https"] }), (url) => {
        const once = normaliseStoreAddress(url);
        fc.pre(once !== null);
        expect(normaliseStoreAddress(once)).toBe(once);
      }),
    );
  });

  test("that went missing asks to connect again", () => {
    expect(() => requireStoreAddress({})).toThrow(/Connect WooCommerce again/);
  });
});
