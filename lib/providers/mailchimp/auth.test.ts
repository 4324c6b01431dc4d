import { describe, expect, test } from "vitest";
import { auth } from "./auth.ts";

describe("an answer of the token endpoint", () => {
  test("becomes one of RFC 6749 §5.1, for a token that does not end and has no scopes", () => {
    const answer = { access_token: "5c6ccc561059aa386da9d112215bae55", expires_in: 0, scope: null };
    expect(auth.readTokenAnswer(answer)).toEqual({
      access_token: "5c6ccc561059aa386da9d112215bae55",
      token_type: "bearer",
    });
  });

  test.each([
    [{ error: "invalid_grant", error_description: "The code is no longer good." }],
    [null],
    ["<html>"],
    [{ access_token: "" }],
  ])("that has no token (%j) is left as it is", (answer) => {
    expect(auth.readTokenAnswer(answer)).toEqual(answer);
  });
});

describe("the token", () => {
  test.each([
    ["https://login.mailchimp.com/oauth2/metadata", "OAuth the-token"],
    ["https://us21.api.mailchimp.com/3.0/lists", "Bearer the-token"],
  ])("goes to %s as that host wants it", (url, authorization) => {
    const request = auth.authenticate({ method: "GET", url }, { accessToken: "the-token" });
    expect(request).toEqual({ method: "GET", url, headers: { authorization } });
  });

  test("is asked for at Mailchimp's own host", () => {
    expect(auth.endpoints()).toEqual({
      authorize: "https://login.mailchimp.com/oauth2/authorize",
      token: "https://login.mailchimp.com/oauth2/token",
    });
  });
});
