import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { parseEnv } from "./env.ts";

function settings(overrides: Record<string, string | undefined> = {}) {
  return {
    NODE_ENV: "production",
    DATABASE_URL: "postgres://user@localhost/patchbay",
    ENCRYPTION_KEYS: `k1:${randomBytes(32).toString("base64")}`,
    NEXTAUTH_SECRET: randomBytes(32).toString("base64"),
    ...overrides,
  };
}

function toKey(text: string) {
  return `k1:${Buffer.from(text.padEnd(32, "x").slice(0, 32)).toString("base64")}`;
}

describe("parseEnv in production", () => {
  test("starts with generated secrets", () => {
    expect(parseEnv(settings())).toMatchObject({
      isProduction: true,
      SANDBOX: "off",
      outboundAllowHosts: [],
    });
  });

  test.each([
    ["DATABASE_URL", undefined, "is missing"],
    ["ENCRYPTION_KEYS", undefined, "is missing"],
    ["ENCRYPTION_KEYS", "", "is missing"],
    ["ENCRYPTION_KEYS", "k1:dG9vIHNob3J0", "32 bytes"],
    ["ENCRYPTION_KEYS", toKey(""), "too weak"],
    ["ENCRYPTION_KEYS", `k1:${"A".repeat(43)}=`, "too weak"],
    ["ENCRYPTION_KEYS", toKey("changeme-changeme-with-some-more"), "too weak"],
    ["ENCRYPTION_KEYS", `${settings().ENCRYPTION_KEYS},k0:${"A".repeat(43)}=`, "too weak"],
    ["NEXTAUTH_SECRET", undefined, "is missing"],
    ["NEXTAUTH_SECRET", "short", "at least 32"],
    ["NEXTAUTH_SECRET", "a".repeat(40), "too weak"],
    ["NEXTAUTH_SECRET", "my-secret-of-forty-characters-or-so-12", "too weak"],
    ["APP_URL", "not a url", "https://"],
    ["PORT", "99999", "free port"],
    ["SMTP_URL", "https://mail.example.com", "smtps://"],
    ["MAIL_FROM", "Patchbay", "must be an email address"],
  ])("refuses %s=%s and says so with the remedy", (name, value, problem) => {
    expect(() => parseEnv(settings({ [name]: value }))).toThrow(new RegExp(`${name}: .*${problem}`, "i"));
  });

  test("names every variable that is wrong at once, and shows no secret", () => {
    const weak = "a".repeat(40);
    const parse = () => parseEnv(settings({ ENCRYPTION_KEYS: undefined, NEXTAUTH_SECRET: weak, PORT: "0" }));
    expect(parse).toThrow(/PORT: [\s\S]*ENCRYPTION_KEYS: /);
    expect(parse).not.toThrow(weak);
  });
});

describe("the days for which history is kept", () => {
  test.each([
    [{ HISTORY_PAYLOAD_DAYS: "10" }, /HISTORY_PAYLOAD_DAYS: is too little for HOLD_DAYS, which is 14: /],
    [{ HOLD_DAYS: "60" }, /HOLD_DAYS: is too much for HISTORY_PAYLOAD_DAYS, which is 30: /],
    [{ HISTORY_DELIVERY_DAYS: "20" }, /HISTORY_DELIVERY_DAYS: is 20, .*HISTORY_PAYLOAD_DAYS, which is 30/],
    [{ HISTORY_PAYLOAD_DAYS: "100" }, /HISTORY_PAYLOAD_DAYS: is 100, .*HISTORY_DELIVERY_DAYS, which is 90/],
    [{ HISTORY_AUDIT_DAYS: "0" }, /HISTORY_AUDIT_DAYS: must be a number between 1 and 3650/],
  ])("%j is refused in one sentence", (days, problem) => {
    expect(() => parseEnv(settings(days))).toThrow(problem);
  });

  test("may be shorter together, and longer", () => {
    const days = { HOLD_DAYS: "3", HISTORY_PAYLOAD_DAYS: "5", HISTORY_DELIVERY_DAYS: "5" };
    expect(parseEnv(settings(days))).toMatchObject({ HOLD_DAYS: 3, HISTORY_DELIVERY_DAYS: 5 });
    expect(parseEnv(settings())).toMatchObject({ HISTORY_PAYLOAD_DAYS: 30, HISTORY_DELIVERY_DAYS: 90 });
  });
});

describe("the mail server", () => {
  const SMTP_URL = "smtp://user:secret@mail.example.com:587";

  test("needs a sender in development too, and shows no password in saying so", () => {
    const parse = () => parseEnv(settings({ NODE_ENV: "development", SMTP_URL }));
    expect(parse).toThrow(/MAIL_FROM: is needed with SMTP_URL/);
    expect(parse).not.toThrow("secret");
  });

  test.each(["notices@example.com", "Patchbay <notices@example.com>", "Ana's shop, notices <n@example.com>"])(
    "may send as %s",
    (MAIL_FROM) => {
      expect(parseEnv(settings({ SMTP_URL, MAIL_FROM }))).toMatchObject({ SMTP_URL, MAIL_FROM });
    },
  );

  test.each(["a@b, c@d", "x\r\nBcc: y <a@b>", "<a@b> <c@d>"])("may not send as %j", (MAIL_FROM) => {
    expect(() => parseEnv(settings({ SMTP_URL, MAIL_FROM }))).toThrow(/MAIL_FROM: must be an email address/);
  });
});

describe("parseEnv in development", () => {
  test("takes a handmade secret, and lets webhooks reach this machine", () => {
    const env = parseEnv(
      settings({ NODE_ENV: "development", NEXTAUTH_SECRET: "a".repeat(40), PORT: "3001" }),
    );
    expect(env).toMatchObject({
      APP_URL: "http://localhost:3001",
      SANDBOX: "on",
      outboundAllowHosts: ["localhost", "127.0.0.1"],
    });
  });

  test("an explicitly empty OUTBOUND_ALLOW_HOSTS exempts no host", () => {
    expect(
      parseEnv(settings({ NODE_ENV: "development", OUTBOUND_ALLOW_HOSTS: "" })).outboundAllowHosts,
    ).toEqual([]);
  });
});

test.each([
  ["https://pos.example/", "https://pos.example"],
  ["HTTPS://Pos.Example", "https://pos.example"],
  ["https://pos.example:443", "https://pos.example"],
  [" http://pos.example:8080\r", "http://pos.example:8080"],
])("APP_URL=%j is %s, as browsers write it", (APP_URL, origin) => {
  expect(parseEnv(settings({ APP_URL })).APP_URL).toBe(origin);
});

test("the line end that a file of secrets brings along is no part of an app's secrets", () => {
  const app = {
    SLACK_CLIENT_ID: "id\n",
    SLACK_CLIENT_SECRET: "secret\r\n",
    SLACK_SIGNING_SECRET: " signing ",
  };
  expect(parseEnv(settings(app)).providerApps.SLACK).toEqual({
    clientId: "id",
    clientSecret: "secret",
    signingSecret: "signing",
  });
  expect(parseEnv(settings({ SLACK_CLIENT_ID: " ", SLACK_CLIENT_SECRET: "\n" })).providerApps).toEqual({});
});
