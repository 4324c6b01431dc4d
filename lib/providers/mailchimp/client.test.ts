import fc from "fast-check";
import { expect, test } from "vitest";
import { getApiRoot, getAppRoot } from "./client.ts";

test("an account's API is in its own data centre", () => {
  expect(getApiRoot({ dc: "us21" })).toBe("https://us21.api.mailchimp.com/3.0");
  expect(getAppRoot({ dc: "us6" })).toBe("https://us6.admin.mailchimp.com");
});

test("no setting whatever leads a token to a host that is not Mailchimp's", () => {
  const settings = fc.oneof(
    fc.string(),
    fc.webUrl(),
    fc.constantFrom("us1.evil.example/", "us1@evil.example#", "US1"),
  );
  fc.assert(
    fc.property(settings, (dc) => {
      try {
        expect(new URL(getApiRoot({ dc })).host).toMatch(/^us\d{1,3}\.api\.mailchimp\.com$/);
      } catch (error) {
        expect(error).toMatchObject({ kind: "auth" });
      }
    }),
  );
});

test("where it is not known, connecting again is the way to find it", () => {
  expect(() => getApiRoot({})).toThrow(
    expect.objectContaining({ kind: "auth", message: expect.stringContaining("Connect Mailchimp again") }),
  );
});
