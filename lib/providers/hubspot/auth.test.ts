import { describe, expect, test } from "vitest";
import { auth, readTokenAnswer } from "./auth.ts";

describe("the token endpoint's answer", () => {
  test("tells what was granted in the standard's form", () => {
    const answer = {
      token_type: "bearer",
      refresh_token: "na1-refresh",
      access_token: "CPz-access",
      hub_id: 1_234_567,
      scopes: ["oauth", "crm.objects.contacts.read"],
      token_use: "access_token",
      expires_in: 1_800,
    };
    expect(readTokenAnswer(answer)).toMatchObject({
      access_token: "CPz-access",
      refresh_token: "na1-refresh",
      token_type: "bearer",
      expires_in: 1_800,
      scope: "oauth crm.objects.contacts.read",
    });
  });

  test.each([
    ["BAD_AUTH_CODE", "invalid_grant"],
    ["BAD_REFRESH_TOKEN", "invalid_grant"],
    ["BAD_HUB", "invalid_grant"],
    ["BAD_CLIENT_SECRET", "invalid_client"],
  ])("that says %s, with or without an error beside it, is %s", (status, error) => {
    for (const further of [{}, { error: "access_denied" }]) {
      expect(readTokenAnswer({ status, message: "no good", ...further })).toEqual({
        error,
        error_description: `${status}: no good`,
      });
    }
  });

  test("in the standard's form, or in none, stays as it is", () => {
    const standard = { error: "invalid_grant", error_description: "used" };
    for (const answer of [standard, { message: "?" }, "text", null]) {
      expect(readTokenAnswer(answer)).toEqual(answer);
    }
  });
});

describe("ending the grant", () => {
  test("shows the refresh token in the body, by a date-versioned address", () => {
    const request = auth.revoke({
      credentials: { accessToken: "a", refreshToken: "r" },
      settings: {},
      app: { clientId: "id", clientSecret: "secret" },
    });
    expect(request).toEqual({
      method: "POST",
      url: "https://api.hubapi.com/oauth/2026-09/token/revoke",
      form: { client_id: "id", client_secret: "secret", token: "r", token_type_hint: "refresh_token" },
    });
  });
});
