import { expect, test } from "vitest";
import { isHostOf } from "./hosts.ts";

test.each([
  [["slack.com"], "slack.com", true],
  [["slack.com"], "slack.com:443", true],
  [["slack.com"], "evil.slack.com", false],
  [["slack.com"], "slack.com.evil.example", false],
  [["*.myshopify.com"], "harbour.myshopify.com", true],
  [["*.myshopify.com"], "myshopify.com", false],
  [["*.myshopify.com"], ".myshopify.com", false],
  [["*.myshopify.com"], "evilmyshopify.com", false],
  [["*"], "shop.example:8443", true],
  [["shop.example:8443"], "shop.example:8443", true],
  [["shop.example:8443"], "shop.example", false],
  [[], "slack.com", false],
])("%j stand for %s: %s", (patterns, host, isOne) => {
  expect(isHostOf(patterns, host)).toBe(isOne);
});
