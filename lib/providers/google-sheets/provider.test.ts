import { describe, expect, test } from "vitest";
import { z } from "zod";
import { googleSheets } from "./provider.ts";

describe("forms", () => {
  test.each(Object.entries(googleSheets.actions))("%s can be drawn, each field with a title", (_, action) => {
    const schema = z.looseObject({ properties: z.record(z.string(), z.looseObject({ title: z.string() })) });
    const drawn = schema.parse(z.toJSONSchema(action.input, { io: "input" }));
    expect(Object.keys(drawn.properties).length).toBeGreaterThan(0);
  });

  test("a row takes texts within Google's limits, and nothing that is not asked for", () => {
    const { input, example } = googleSheets.actions["append-row"];
    const values = (...cells: unknown[]) => input.safeParse({ ...example, values: cells }).success;
    expect(values("a")).toBe(true);
    expect(values()).toBe(false);
    expect(values(1)).toBe(false);
    expect(values("x".repeat(5_001))).toBe(false);
    expect(input.safeParse({ ...example, formula: true }).success).toBe(false);
  });
});

describe("the grant", () => {
  test("asks for lasting access to the app's own files, and for nothing else", () => {
    expect(googleSheets.auth.scopes.map(({ id }) => id)).toEqual([
      "https://www.googleapis.com/auth/drive.file",
    ]);
    expect(googleSheets.auth.authorizeParameters).toMatchObject({
      access_type: "offline",
      prompt: "consent",
    });
  });

  test("is ended by the refresh token, which outlives the other", () => {
    const app = { clientId: "id", clientSecret: "secret" };
    const grant = { settings: {}, app };
    const both = { accessToken: "ya29.a", refreshToken: "1//r" };
    expect(googleSheets.auth.revoke({ ...grant, credentials: both }).form).toEqual({ token: "1//r" });
    expect(googleSheets.auth.revoke({ ...grant, credentials: { accessToken: "ya29.a" } }).form).toEqual({
      token: "ya29.a",
    });
  });
});
