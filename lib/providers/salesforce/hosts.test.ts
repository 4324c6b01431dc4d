import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { auth } from "./auth.ts";
import { getInstanceUrl, loginHost, readInstanceUrl } from "./hosts.ts";

describe("where a merchant signs in", () => {
  test.each([
    ["login.salesforce.com", "login.salesforce.com"],
    ["https://test.salesforce.com/", "test.salesforce.com"],
    ["ana.my.salesforce.com", "ana.my.salesforce.com"],
    ["https://ANA.my.salesforce.com/home/home.jsp", "ana.my.salesforce.com"],
    ["ana--dev.sandbox.my.salesforce.com", "ana--dev.sandbox.my.salesforce.com"],
    ["ana-dev-ed.develop.my.salesforce.com", "ana-dev-ed.develop.my.salesforce.com"],
    ["https://ana.lightning.force.com/lightning/page/home", "ana.my.salesforce.com"],
    ["ana--dev.sandbox.lightning.force.com", "ana--dev.sandbox.my.salesforce.com"],
    ["https://ana.my.salesforce-setup.com/lightning/setup/SetupOneHome/home", "ana.my.salesforce.com"],
    ["Https://Ana.My.Salesforce.Com", "ana.my.salesforce.com"],
    ["LOGIN.SALESFORCE.COM", "login.salesforce.com"],
  ])("%s is %s", (typed, expected) => {
    const { host } = auth.input.parse({ host: typed });
    expect(loginHost({ host })).toBe(expected);
    expect(auth.endpoints({ host })).toEqual({
      authorize: `https://${expected}/services/oauth2/authorize`,
      token: `https://${expected}/services/oauth2/token`,
    });
  });

  test("is Salesforce's general page unless another one is typed", () => {
    expect(auth.input.parse({})).toEqual({ host: "login.salesforce.com" });
  });

  test.each([
    "salesforce.com",
    "my.salesforce.com",
    "na1.salesforce.com",
    "evil.com",
    "evil.com/ana.my.salesforce.com",
    "evil.com#ana.my.salesforce.com",
    "ana.my.salesforce.com.evil.com",
    "ana.my.salesforce.com@evil.com",
    "ana.my.salesforce.com:8443",
    "user@ana.my.salesforce.com",
    "ana.evil.my.salesforce.com",
    "loginasalesforce.com",
    "ana-.my.salesforce.com",
    "ana.my.salesforce.com\nevil.com",
    "ftp://ana.my.salesforce.com",
    "127.0.0.1",
    "",
  ])("%j is refused", (host) => {
    expect(auth.input.safeParse({ host }).success).toBe(false);
    expect(() => loginHost({ host })).toThrow(expect.objectContaining({ kind: "invalid_input" }));
  });

  test("whatever is typed, nothing but a host of Salesforce is asked", () => {
    const pieces = fc.constantFrom(
      "ana",
      "login",
      ".my",
      ".salesforce.com",
      ".evil.com",
      "@",
      "/",
      "#",
      "?",
      ":",
      "https://",
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string()), { maxLength: 8 }), (parts) => {
        const host = parts.join("");
        if (!auth.input.safeParse({ host }).success) return;
        const { host: asked, protocol } = new URL(auth.endpoints({ host: host.trim() }).token);
        expect(`${protocol}//${asked}`).toMatch(/^https:\/\/[a-z0-9-]+(\.[a-z]+)?(\.my)?\.salesforce\.com$/);
      }),
    );
  });
});

describe("the address to which a token's calls go", () => {
  test.each([
    "https://ana.my.salesforce.com",
    "https://ana--dev.sandbox.my.salesforce.com",
    "https://na139.salesforce.com",
    "https://usa77s.salesforce.com",
  ])("%s is Salesforce's", (url) => {
    expect(readInstanceUrl(url)).toBe(url);
    expect(readInstanceUrl(`${url}/`)).toBe(url);
  });

  test.each([
    "http://ana.my.salesforce.com",
    "https://ana.my.salesforce.com:8443",
    "https://ana.my.salesforce.com/services",
    "https://ana.my.salesforce.com?x=1",
    "https://user@ana.my.salesforce.com",
    "https://ana.my.salesforce.com.evil.com",
    "https://evil.com",
    "https://login.salesforce.com",
    "https://ana.lightning.force.com",
    "https://169.254.169.254",
    "https://localhost",
    "ana.my.salesforce.com",
    "",
  ])("%j is not", (url) => {
    expect(readInstanceUrl(url)).toBeNull();
  });

  test("is the one that came with the token, else the org's own", () => {
    const host = "ana.lightning.force.com";
    expect(getInstanceUrl({ host })).toBe("https://ana.my.salesforce.com");
    expect(getInstanceUrl({ host, instanceUrl: "https://na139.salesforce.com" })).toBe(
      "https://na139.salesforce.com",
    );
  });

  test("that is unknown or somebody else's is not called", () => {
    const unknown: Record<string, string>[] = [
      {},
      { host: "login.salesforce.com" },
      { host: "ana.my.salesforce.com", instanceUrl: "https://evil.com" },
    ];
    for (const settings of unknown) {
      expect(() => getInstanceUrl(settings)).toThrow(expect.objectContaining({ kind: "auth" }));
    }
  });
});

describe("revoking", () => {
  const app = { clientId: "id", clientSecret: "secret" };
  const host = "login.salesforce.com";

  test("shows the refresh token, which takes the others with it, to the org itself", () => {
    const settings = { host, instanceUrl: "https://ana.my.salesforce.com" };
    const credentials = { accessToken: "access", refreshToken: "refresh" };
    expect(auth.revoke({ credentials, settings, app })).toEqual({
      method: "POST",
      url: "https://ana.my.salesforce.com/services/oauth2/revoke",
      form: { token: "refresh" },
    });
  });

  test("goes to where the merchant signed in if the org's address is not known", () => {
    expect(auth.revoke({ credentials: { accessToken: "access" }, settings: { host }, app })).toMatchObject({
      url: "https://login.salesforce.com/services/oauth2/revoke",
      form: { token: "access" },
    });
  });
});
