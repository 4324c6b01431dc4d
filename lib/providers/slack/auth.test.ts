import { describe, expect, test } from "vitest";
import { auth } from "./auth.ts";

/** As docs.slack.dev/authentication/using-token-rotation shows it. */
const rotated = {
  ok: true,
  access_token: "xoxe.xoxb-1-abc",
  expires_in: 43_200,
  refresh_token: "xoxe-1-def",
  token_type: "bot",
  scope: "chat:write,channels:read",
  bot_user_id: "U123456",
  app_id: "A123456",
  team: { name: "Slack Softball Team", id: "T123456" },
  enterprise: null,
};

describe("an answer of oauth.v2.access", () => {
  test("with tokens becomes one of RFC 6749 §5.1", () => {
    expect(auth.readTokenAnswer(rotated)).toMatchObject({
      access_token: "xoxe.xoxb-1-abc",
      token_type: "bearer",
      expires_in: 43_200,
      refresh_token: "xoxe-1-def",
      scope: "chat:write channels:read",
    });
  });

  test("without rotation has neither an end nor a refresh token", () => {
    const { expires_in: _e, refresh_token: _r, ...plain } = rotated;
    const answer = auth.readTokenAnswer(plain);
    expect(answer).not.toHaveProperty("expires_in");
    expect(answer).not.toHaveProperty("refresh_token");
  });

  test.each([
    ["invalid_code", "invalid_grant"],
    ["invalid_refresh_token", "invalid_grant"],
    ["bad_redirect_uri", "invalid_grant"],
    ["bad_client_secret", "invalid_client"],
    ["invalid_grant_type", "unsupported_grant_type"],
    ["never_heard_of", "invalid_request"],
  ])("that says %s becomes the error %s", (code, error) => {
    expect(auth.readTokenAnswer({ ok: false, error: code })).toEqual({
      error,
      error_description: `Slack: ${code}`,
    });
  });

  test.each(["internal_error", "fatal_error", "service_unavailable", "ratelimited"])(
    "that says %s does not end a grant which is alive",
    (code) => {
      expect(auth.readTokenAnswer({ ok: false, error: code })).toMatchObject({
        error: "temporarily_unavailable",
      });
    },
  );

  test.each([[null], ["<html>"], [{}], [{ ok: "yes" }]])(
    "that is not Slack's (%j) is left as it is",
    (answer) => {
      expect(auth.readTokenAnswer(answer)).toEqual(answer);
    },
  );
});

describe("the way in and out", () => {
  test("leads to Slack's own hosts", () => {
    expect(auth.endpoints()).toEqual({
      authorize: "https://slack.com/oauth/v2/authorize",
      token: "https://slack.com/api/oauth.v2.access",
    });
  });

  test("asks for nothing that shows people, private channels or direct messages", () => {
    const ids = auth.scopes.map(({ id }) => id);
    expect(ids.filter((id) => /^(users|groups|im|mpim|files|team|admin)[:.]/.test(id))).toEqual([]);
  });

  test("revoking shows the token that is to end", () => {
    const app = { clientId: "1.2", clientSecret: "secret" };
    expect(auth.revoke({ credentials: { accessToken: "xoxe.xoxb-1-abc" }, settings: {}, app })).toMatchObject(
      {
        method: "POST",
        url: "https://slack.com/api/auth.revoke",
        headers: { authorization: "Bearer xoxe.xoxb-1-abc" },
      },
    );
  });
});
