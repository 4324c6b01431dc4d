import { expect, test } from "vitest";
import { readTokenAnswer, withImpliedScopes } from "./auth.ts";

test("Shopify's token answer comes into the standard's form, with what write permissions include", () => {
  const answer = {
    access_token: "shpat_1",
    scope: "read_products,write_orders",
    expires_in: 3_600,
    refresh_token: "shprt_1",
    refresh_token_expires_in: 7_776_000,
  };
  expect(readTokenAnswer(answer)).toEqual({
    ...answer,
    token_type: "bearer",
    scope: "read_products write_orders read_orders",
  });
});

test("a code that was used before counts as such, and not as a mistake of the request", () => {
  const answer = {
    error: "invalid_request",
    error_description: "The authorization code was not found or was already used",
  };
  expect(readTokenAnswer(answer)).toMatchObject({ error: "invalid_grant" });
});

test("other refusals keep their names, and an app that is not known is told as such", () => {
  expect(readTokenAnswer({ error: "invalid_grant" })).toEqual({ error: "invalid_grant" });
  expect(readTokenAnswer({ error: "application_cannot_be_found" })).toEqual({ error: "invalid_client" });
  expect(readTokenAnswer({ errors: "Not Found" })).toEqual({ errors: "Not Found" });
});

test("leave to write includes leave to read, once", () => {
  expect(withImpliedScopes(["write_orders", "read_orders", "read_products"])).toEqual([
    "write_orders",
    "read_orders",
    "read_products",
  ]);
});
