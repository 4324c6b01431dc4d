import { createHmac } from "node:crypto";
import { describe, expect, test } from "vitest";
import { readSettings, readTokenAnswer } from "./auth.ts";

const app = { clientId: "3MVG9", clientSecret: "consumer-secret" };
const id = "https://login.salesforce.com/id/00Dx0000000BV7zEAG/005x00000012Q9PAAU";
const issuedAt = "1763928000000";
const answer = {
  access_token: "00Dx0000000BV7z!AR8AQ",
  refresh_token: "5Aep861",
  signature: createHmac("sha256", app.clientSecret).update(`${id}${issuedAt}`).digest("base64"),
  scope: "refresh_token api",
  instance_url: "https://ana.my.salesforce.com",
  id,
  token_type: "Bearer",
  issued_at: issuedAt,
};

describe("an answer with tokens", () => {
  test("gets an end of our own, so that a refresh token is used before it has rested for 30 days", () => {
    expect(readTokenAnswer(answer)).toMatchObject({ access_token: answer.access_token, expires_in: 604_800 });
  });

  test("that says when it ends is believed", () => {
    expect(readTokenAnswer({ ...answer, expires_in: 900 })).toMatchObject({ expires_in: 900 });
  });

  test("without a refresh token brings none, so that the one which is known stays", () => {
    const { refresh_token: _, ...rest } = answer;
    expect(readTokenAnswer(rest)).not.toHaveProperty("refresh_token");
  });

  test.each([
    ["full refresh_token", ["api", "full", "refresh_token"]],
    ["api offline_access", ["api", "offline_access", "refresh_token"]],
    ["id", ["id"]],
  ])("of scope %s grants %j", (scope, granted) => {
    const read = readTokenAnswer({ ...answer, scope });
    expect(read).toMatchObject({ scope: expect.any(String) });
    expect(String(Object(read).scope).split(" ").toSorted()).toEqual(granted);
  });

  test("leaves who signed in unread", () => {
    expect(readTokenAnswer({ ...answer, id_token: "eyJ" })).not.toHaveProperty("id_token");
  });
});

describe("a refusal", () => {
  test.each([
    ["invalid_grant", "expired access/refresh token", "invalid_grant"],
    ["invalid_grant", "token request is already being processed", "temporarily_unavailable"],
    ["inactive_user", "user is inactive", "invalid_grant"],
    ["inactive_org", "organization is inactive", "invalid_grant"],
    ["invalid_client_id", "client identifier invalid", "invalid_client"],
    ["rate_limit_exceeded", "login rate exceeded", "temporarily_unavailable"],
    ["unknown_error", "retry your request", "server_error"],
    ["invalid_app_access", "user is not admin approved to access this app", "invalid_app_access"],
  ])("%s (%s) becomes %s", (error, error_description, expected) => {
    expect(readTokenAnswer({ error, error_description })).toEqual({ error: expected, error_description });
  });

  test.each([[null], ["<html>"], [{}]])("that is not Salesforce's (%j) is left as it is", (other) => {
    expect(readTokenAnswer(other)).toEqual(other);
  });
});

describe("what is kept of a token answer", () => {
  test("is where the org lives and its id, and no secret", () => {
    expect(readSettings(answer, app)).toEqual({
      instanceUrl: "https://ana.my.salesforce.com",
      organizationId: "00Dx0000000BV7zEAG",
    });
  });

  test.each([
    ["a host that is not Salesforce's", { instance_url: "https://evil.com" }],
    ["another org", { id: id.replace("00Dx0000000BV7z", "00Dx0000000BV7y") }],
    ["another time", { issued_at: "1763928000001" }],
    ["a signature of somebody else's", { signature: Buffer.alloc(32).toString("base64") }],
    ["a cut signature", { signature: answer.signature.slice(0, 20) }],
    ["no signature", { signature: undefined }],
    ["an identity URL of no org", { id: "https://login.salesforce.com/id/me" }],
  ])("an answer with %s is refused", (_, change) => {
    expect(() => readSettings({ ...answer, ...change }, app)).toThrow(
      expect.objectContaining({ kind: "unavailable" }),
    );
  });
});
