import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isForUs, settleHost } from "./host-rule.ts";
import { readHostRule } from "./read-host-rule.ts";

const settings = { PORT: "3000", APP_URL: "https://patchbay.example", NODE_ENV: "production" };
const production = readHostRule(settings);
const listed = readHostRule({ ...settings, ALLOWED_HOSTS: "upstream:8080, Inner.example" });
const proxied = readHostRule({ ...settings, TRUSTED_PROXIES: "1" });
const development = readHostRule({ PORT: "3000", NODE_ENV: "development", TRUSTED_PROXIES: "1" });

type Headers = Record<string, string>;
const asked = (headers: Headers, url = "/webhooks", method = "GET") => ({ method, url, headers });

describe("a request is for us", () => {
  test.each<[string, typeof production, Headers, string?]>([
    ["by the name of APP_URL", production, { host: "patchbay.example" }],
    ["whatever the letters and the port", production, { host: "PATCHBAY.example:443" }],
    ["with a dot at its end", production, { host: "patchbay.example." }],
    ["on loopback with our port", production, { host: "localhost:3000" }],
    ["on loopback by address", production, { host: "127.0.0.1:3000" }],
    ["on loopback by IPv6", production, { host: "[::1]:3000" }],
    ["by a name that is listed", listed, { host: "inner.example:1234" }],
    ["by a name and port that are listed", listed, { host: "upstream:8080" }],
    [
      "from a form of ours behind a proxy that sets its own host",
      production,
      { host: "upstream:8080", origin: "https://patchbay.example" },
    ],
    [
      "from a browser that came by TLS through such a proxy",
      production,
      { host: "upstream:8080", "sec-fetch-site": "none" },
    ],
    ["through a proxy that is counted", proxied, { host: "upstream:8080", "x-forwarded-for": "203.0.113.9" }],
    [
      "through a counted proxy that names us",
      proxied,
      { host: "upstream:8080", "x-forwarded-for": "203.0.113.9", "x-forwarded-host": "patchbay.example" },
    ],
    ["when it asks for health, by any address", production, { host: "10.1.2.3:3000" }, "/api/health"],
    ["when it asks for readiness, with a query", production, { host: "10.1.2.3" }, "/api/ready?from=lb"],
    [
      "in the absolute form with our name",
      production,
      { host: "patchbay.example" },
      "http://patchbay.example/webhooks",
    ],
    ["in development on loopback", development, { host: "localhost:3000" }],
    [
      "in development from a form of ours behind a proxy",
      development,
      { host: "upstream:8080", origin: "http://localhost:3000" },
    ],
  ])("%s", (_, rule, headers, url) => {
    expect(isForUs(asked(headers, url), rule)).toBe(true);
  });

  test.each<[string, typeof production, Headers, string?, string?]>([
    ["a foreign host", production, { host: "evil.example" }],
    ["a foreign host with our port", production, { host: "evil.example:3000" }],
    [
      "a foreign host and its own origin",
      production,
      { host: "evil.example", origin: "http://evil.example" },
    ],
    ["a foreign host and no origin to speak of", production, { host: "evil.example", origin: "null" }],
    ["our name within another", production, { host: "patchbay.example.evil.example" }],
    ["our name as a user", production, { host: "patchbay.example@evil.example" }],
    ["loopback with another port", production, { host: "localhost:4000" }],
    ["loopback without a port", production, { host: "localhost" }],
    ["no host", production, {}],
    ["an empty host", production, { host: "" }],
    ["a listed name with another port", listed, { host: "upstream:9090" }],
    [
      "what a page may add, where no proxy is counted",
      production,
      { host: "evil.example", "x-forwarded-for": "1.2.3.4", "x-forwarded-host": "patchbay.example" },
    ],
    [
      "a counted proxy that names another",
      proxied,
      {
        host: "evil.example",
        "x-forwarded-for": "1.2.3.4",
        "x-forwarded-host": "patchbay.example, evil.example",
      },
    ],
    ["a counted proxy's own visitor without a trace of the proxy", proxied, { host: "evil.example" }],
    ["health by another method", production, { host: "evil.example" }, "/api/health", "POST"],
    ["what only begins like health", production, { host: "evil.example" }, "/api/healthy"],
    [
      "the absolute form with another name",
      production,
      { host: "patchbay.example" },
      "http://evil.example/webhooks",
    ],
    [
      "in development: what browsers say over TLS",
      development,
      { host: "evil.example", "sec-fetch-site": "same-origin" },
    ],
    ["in development: what proxies say", development, { host: "evil.example", "x-forwarded-for": "1.2.3.4" }],
    [
      "in development: a name that was made to lead here",
      development,
      { host: "evil.example:3000", origin: "http://evil.example:3000" },
    ],
  ])("not: %s", (_, rule, headers, url, method) => {
    expect(isForUs(asked(headers, url, method), rule)).toBe(false);
  });

  test("by no host that strangers make up", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.domain(), fc.ipV4(), fc.string()),
        fc.constantFrom("", ":80", ":443", ":3000"),
        (name, port) => {
          fc.pre(name !== "localhost" && name !== "127.0.0.1");
          expect(isForUs(asked({ host: `${name}${port}` }), development)).toBe(false);
        },
      ),
    );
  });
});

test("the address that the operator has the server listen on is ours", () => {
  const on = (HOST: string) => readHostRule({ ...settings, HOST }).allowedHosts;
  expect([on("10.0.0.5"), on("::1"), on("0.0.0.0"), on("")]).toEqual([
    ["10.0.0.5:3000"],
    ["[::1]:3000"],
    ["127.0.0.1:3000"],
    [],
  ]);
});

test("no host that a caller forwards is passed on; behind a form of ours the host is ours", () => {
  const headers: Headers = {
    host: "upstream:8080",
    origin: "https://patchbay.example",
    "x-forwarded-host": "evil.example",
  };
  settleHost(headers, production);
  expect(headers).toEqual({ host: "patchbay.example", origin: "https://patchbay.example" });
  const direct: Headers = { host: "127.0.0.1:3000", origin: "http://127.0.0.1:3000" };
  settleHost(direct, production);
  expect(direct.host).toBe("127.0.0.1:3000");
});
