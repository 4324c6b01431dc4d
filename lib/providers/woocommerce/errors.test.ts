import { describe, expect, test } from "vitest";
import type { ProviderReply } from "../contract/call.ts";
import { toProviderError, unreadable } from "./errors.ts";

const reply = (status: number, body: unknown, headers: Record<string, string> = {}): ProviderReply =>
  typeof body === "string"
    ? { status, headers, text: body, json: undefined }
    : { status, headers, text: JSON.stringify(body), json: body };
const wordPress = (code: string, message = "No.", data: object = {}) => ({ code, message, data });

describe("a refusal of the shop", () => {
  test.each([
    [401, wordPress("woocommerce_rest_cannot_view", "Sorry, you cannot list resources."), "auth"],
    [401, wordPress("woocommerce_rest_authentication_error", "Consumer secret is invalid."), "auth"],
    [
      401,
      wordPress(
        "woocommerce_rest_authentication_error",
        "The API key provided does not have read permissions.",
      ),
      "scope_missing",
    ],
    [403, wordPress("woocommerce_rest_cannot_edit"), "scope_missing"],
    [404, wordPress("woocommerce_rest_shop_order_invalid_id"), "not_found"],
    [400, wordPress("woocommerce_rest_product_invalid_id"), "not_found"],
    [404, wordPress("rest_no_route"), "invalid_input"],
    [409, wordPress("product_sku_exists"), "conflict"],
    [400, wordPress("rest_invalid_json"), "invalid_input"],
    [500, wordPress("internal_server_error"), "unavailable"],
    [503, "<html>Briefly unavailable for scheduled maintenance.</html>", "unavailable"],
    [429, "<html>Too Many Requests</html>", "rate_limited"],
    [404, "<html>Page not found</html>", "invalid_input"],
    [401, "<html>Authorization Required</html>", "auth"],
    [403, "<html>Checking your browser</html>", "unavailable"],
    [301, "", "invalid_input"],
  ])("%d %j is %s", (status, body, kind) => {
    expect(toProviderError(reply(status, body), "POST")).toMatchObject({ kind });
  });

  test("says what was wrong with which field, in plain words", () => {
    const body = wordPress("rest_invalid_param", "Invalid parameter(s): status", {
      params: { status: "status is not one of pending, processing, and completed." },
    });
    expect(toProviderError(reply(400, body), "PUT")).toMatchObject({
      message:
        "WooCommerce did not accept the status (status is not one of pending, processing, and completed). Correct it and try again.",
      detail: "HTTP 400 rest_invalid_param: Invalid parameter(s): status",
    });
  });

  test("that names permalinks says how to turn them on", () => {
    expect(toProviderError(reply(404, wordPress("rest_no_route")), "GET").message).toMatch(
      /Settings › Permalinks/,
    );
  });

  test("that leads elsewhere names the place", () => {
    const moved = reply(301, "", { location: "https://www.ana.example/wp-json/wc/v3/orders" });
    expect(toProviderError(moved, "GET").message).toContain("www.ana.example");
  });

  test.each([
    [{ "retry-after": "12" }, 12_000],
    [{}, undefined],
    [{ "retry-after": "soon" }, undefined],
    [{ "retry-after": "Wed, 21 Oct 2015 07:28:00 GMT" }, 0],
    [{ "retry-after": "99999999" }, 24 * 60 * 60 * 1_000],
  ])("for too many requests with %j waits %s ms", (headers, retryAfterMs) => {
    expect(toProviderError(reply(429, "", headers), "GET").retryAfterMs).toBe(retryAfterMs);
  });
});

test("a web page in place of data is told as one", () => {
  const error = unreadable(reply(200, "<!DOCTYPE html><p>Back soon</p>"), "not JSON");
  expect(error).toMatchObject({ kind: "unavailable", message: expect.stringContaining("web page") });
});
