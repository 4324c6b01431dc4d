import { describe, expect, test } from "vitest";
import { ProviderError } from "../contract/provider-error.ts";
import { auth } from "./auth.ts";
import { grant } from "./grant.ts";

const posted = {
  key_id: 1,
  user_id: "nonce-1",
  consumer_key: "ck_0123456789abcdef",
  consumer_secret: "cs_0123456789abcdef",
  key_permissions: "read_write",
};

describe("the one-click way to keys", () => {
  test("asks the shop, below its own path, for reading and writing", () => {
    const url = new URL(
      grant.authorizeUrl({
        settings: { store: "ana.example/shop/" },
        appName: "Patchbay",
        nonce: "nonce-1",
        returnUrl: "https://patchbay.example/back?a=1&b=2",
        callbackUrl: "https://patchbay.example/keys",
      }),
    );
    expect(url.origin + url.pathname).toBe("https://ana.example/shop/wc-auth/v1/authorize");
    expect(Object.fromEntries(url.searchParams)).toEqual({
      app_name: "Patchbay",
      scope: "read_write",
      user_id: "nonce-1",
      return_url: "https://patchbay.example/back?a=1&b=2",
      callback_url: "https://patchbay.example/keys",
    });
  });

  test("takes what the shop posts", () => {
    expect(grant.readGrant(posted)).toEqual({
      nonce: "nonce-1",
      credentials: { consumerKey: posted.consumer_key, consumerSecret: posted.consumer_secret },
    });
  });

  test.each(["read", "write"])("refuses a key that may only %s, and says so", (key_permissions) => {
    expect(() => grant.readGrant({ ...posted, key_permissions })).toThrow(
      new RegExp(`may only ${key_permissions}`),
    );
  });

  test.each([
    undefined,
    "",
    {},
    { ...posted, consumer_key: "sk_1" },
    { ...posted, user_id: "" },
    { ...posted, key_permissions: "all" },
  ])("refuses %j without repeating secrets", (body) => {
    const read = () => grant.readGrant(body);
    expect(read).toThrow(ProviderError);
    expect(read).toThrow(expect.objectContaining({ kind: "invalid_input" }));
    expect(read).not.toThrow(
      expect.objectContaining({ detail: expect.stringContaining(posted.consumer_secret) }),
    );
  });
});

test("keys go as Basic credentials, beside what a request has already", () => {
  const request = {
    method: "GET",
    url: "https://ana.example/",
    headers: { accept: "application/json" },
  } as const;
  expect(auth.authenticate(request, { consumerKey: "ck_1", consumerSecret: "cs_2" }).headers).toEqual({
    accept: "application/json",
    authorization: `Basic ${btoa("ck_1:cs_2")}`,
  });
});

test.each([
  [{ store: "http://ana.example", consumerKey: "ck_12345678", consumerSecret: "cs_12345678" }, "store"],
  [{ store: "ana.example", consumerKey: "cs_12345678", consumerSecret: "cs_12345678" }, "consumerKey"],
  [{ store: "ana.example", consumerKey: "ck_12345678", consumerSecret: "ck_12345678" }, "consumerSecret"],
])("%j is refused beside its field", (typed, field) => {
  expect(auth.input.safeParse(typed).error?.issues.map(({ path }) => path)).toEqual([[field]]);
});
