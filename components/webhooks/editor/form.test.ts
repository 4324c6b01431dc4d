import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { maskedValue } from "#lib/crypto/mask.ts";
import { maxRetryDelaySeconds, retryPresets } from "#lib/webhooks/retry-presets.ts";
import { createWebhookInput, updateWebhookInput, type WebhookDto } from "#lib/webhooks/schema.ts";
import { delayRow, toSeconds } from "./delay-rows.ts";
import { toCreateInput, toUpdateInput } from "./form-input.ts";
import { findProblems, placeErrors } from "./form-problems.ts";
import { emptyValues, toEventTypes, toFormValues, type WebhookFormValues } from "./form-values.ts";

const known: WebhookDto = {
  id: "wh_1",
  url: "https://pos.example.com/hooks",
  description: "Point of sale",
  eventTypes: ["*", "webhook.failed"],
  headers: { "X-Shop": maskedValue },
  auth: { type: "apiKey", header: "x-key" },
  retrySchedule: [90, 3_600],
  timeoutMs: 2_500,
  maxPerSecond: 10,
  maxInFlight: null,
  origin: null,
  status: "active",
  disabledReason: null,
  disabledAt: null,
  pausedAt: null,
  failingSince: null,
  createdAt: "2026-10-02T19:20:31.000Z",
  updatedAt: "2026-10-02T19:20:31.000Z",
};
const values = toFormValues(known);
const filled: WebhookFormValues = {
  ...emptyValues(),
  url: " https://pos.example.com/hooks ",
  events: { isAll: true, chosen: [] },
};

describe("the input of a new webhook", () => {
  test("is what the schema takes, with the defaults on show", () => {
    expect(createWebhookInput.parse(toCreateInput(filled))).toEqual(
      createWebhookInput.parse({ url: "https://pos.example.com/hooks", eventTypes: ["*"] }),
    );
  });

  test("leaves out header rows that are blank", () => {
    const headers = [
      { key: 0, name: "", value: "" },
      { key: 1, name: " X-Shop ", value: "berlin" },
    ];
    expect(toCreateInput({ ...filled, headers }).headers).toEqual({ "X-Shop": "berlin" });
  });

  test("has no limit where none is typed", () => {
    expect(toCreateInput({ ...filled, maxPerSecond: " ", maxInFlight: "3" })).toMatchObject({
      maxPerSecond: null,
      maxInFlight: 3,
    });
  });
});

describe("the input of a change", () => {
  test("an untouched form changes nothing and touches no credentials", () => {
    expect(toUpdateInput(values, known)).toEqual({ id: "wh_1" });
  });

  test("a masked header goes back as its mask beside a new one", () => {
    const headers = [...values.headers, { key: 9, name: "X-New", value: "1" }];
    const input = toUpdateInput({ ...values, headers }, known);
    expect(updateWebhookInput.parse(input)).toEqual({
      id: "wh_1",
      headers: { "X-Shop": maskedValue, "X-New": "1" },
    });
  });

  test("a removed header is a change", () => {
    expect(toUpdateInput({ ...values, headers: [] }, known)).toEqual({ id: "wh_1", headers: {} });
  });

  test("credentials go along once they are replaced or of another kind", () => {
    const replaced = { ...values.auth, isReplaced: true, value: "new" };
    expect(toUpdateInput({ ...values, auth: replaced }, known)).toEqual({
      id: "wh_1",
      auth: { type: "apiKey", header: "x-key", value: "new" },
    });
    expect(toUpdateInput({ ...values, auth: { ...values.auth, type: "none" } }, known)).toEqual({
      id: "wh_1",
      auth: { type: "none" },
    });
  });

  test("choosing another kind and back keeps the credentials", () => {
    const back = { ...values, auth: { ...values.auth, token: "typed on the way" } };
    expect(toUpdateInput(back, known)).not.toHaveProperty("auth");
  });

  test("another server gets nothing that was stored: header values and credentials are asked for again", () => {
    const moved = { ...values, url: "https://elsewhere.example/hooks" };
    expect(findProblems(moved, known)).toEqual({
      "headers[0].value": "Type the value again: the new address is on another server.",
      "auth.value": "The key is needed.",
    });
    const headers = values.headers.map((row) => ({ ...row, value: "berlin" }));
    const auth = { ...values.auth, value: "new" };
    expect(findProblems({ ...moved, headers, auth }, known)).toEqual({});
    expect(toUpdateInput({ ...moved, headers, auth }, known)).toMatchObject({
      headers: { "X-Shop": "berlin" },
      auth: { value: "new" },
    });
  });

  test("another path on the same server keeps what is stored", () => {
    const url = new URL("/elsewhere", known.url).href;
    expect(toUpdateInput({ ...values, url }, known)).toEqual({ id: "wh_1", url });
    expect(findProblems({ ...values, url }, known)).toEqual({});
  });

  test("a number that cannot be read is a change, and refused", () => {
    expect(findProblems({ ...values, maxPerSecond: "ten" }, known)).toEqual({
      maxPerSecond: "This must be a whole number from 1 to 1,000.",
    });
    expect(findProblems({ ...values, maxInFlight: "ten" }, known)).toHaveProperty("maxInFlight");
  });
});

describe("event types", () => {
  test("all events keep only those chosen that must be named", () => {
    expect(toEventTypes({ isAll: true, chosen: ["order.paid", "webhook.failed"] })).toEqual([
      "*",
      "webhook.failed",
    ]);
  });

  test("stand in the catalogue's order, however they were chosen", () => {
    expect(toEventTypes({ isAll: false, chosen: ["order.paid", "qr.scanned"] })).toEqual([
      "qr.scanned",
      "order.paid",
    ]);
  });
});

describe("the schedule", () => {
  test("a preset is recognised, anything else is a custom list", () => {
    for (const preset of retryPresets) {
      expect(toFormValues({ ...known, retrySchedule: [...preset.schedule] }).retry.choice).toBe(preset.id);
    }
    expect(values.retry).toMatchObject({
      choice: "custom",
      custom: [
        { amount: "90", unit: "s" },
        { amount: "1", unit: "h" },
      ],
    });
  });

  test("a wait reads back as the seconds it was made from", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: maxRetryDelaySeconds }), (seconds) => {
        expect(toSeconds(delayRow(seconds, 0))).toBe(seconds);
      }),
    );
  });
});

describe("problems stand beside their fields", () => {
  test("an empty form lacks an address and events", () => {
    expect(findProblems(emptyValues(), undefined)).toEqual({
      url: "The address is needed.",
      eventTypes: "Choose at least one event.",
    });
  });

  test("of the credentials of the chosen kind only", () => {
    const auth = { ...filled.auth, type: "basic" as const, username: "a:b" };
    expect(findProblems({ ...filled, auth }, undefined)).toEqual({
      "auth.username": "The user name must not hold a colon.",
    });
  });

  test("of one wait of a custom schedule", () => {
    const custom = [delayRow(5, 0), { key: 1, amount: "", unit: "s" as const }, delayRow(200 * 3_600, 2)];
    const message = "Each wait must be from 1 second to 48 hours.";
    expect(findProblems({ ...filled, retry: { choice: "custom", custom } }, undefined)).toEqual({
      "retrySchedule[1]": message,
      "retrySchedule[2]": message,
    });
  });

  test("of header rows: reserved, nameless, double, unprintable", () => {
    const rows = [
      ["Webhook-Id", "1"],
      ["", "2"],
      ["X-A", "3"],
      ["x-a", "4"],
      ["X-B", "ä"],
      ["X C", "5"],
    ];
    const headers = rows.map(([name = "", value = ""], key) => ({ key, name, value }));
    expect(findProblems({ ...filled, headers }, undefined)).toEqual({
      "headers[0].name": "This is set by Patchbay itself.",
      "headers[1].name": "The name is needed.",
      "headers[3].name": "Another header has this name.",
      "headers[4].value":
        "The value must hold ASCII characters only: a header cannot carry accents, symbols or emoji.",
      "headers[5].name": "This is not a header name.",
    });
  });

  test("a stored value is not to be had under another name", () => {
    const renamed = [{ key: 0, name: "X-Store", value: maskedValue }];
    expect(findProblems({ ...values, headers: renamed }, known)).toHaveProperty("headers[0].value");
    const recased = [{ key: 0, name: "x-shop", value: maskedValue }];
    expect(findProblems({ ...values, headers: recased }, known)).toEqual({});
  });

  test("the server's errors find their fields, and none is lost", () => {
    const headers = [{ key: 0, name: "X.Foo", value: "1" }];
    const errors = [
      { path: "url", message: "The address must start with https://." },
      { path: "headers.x.foo", message: "must not start or end with a space" },
      { path: "eventTypes[2]", message: "Invalid option" },
      { path: "retrySchedule[0]", message: "must be from 1 second to 48 hours" },
      { path: "auth.token", message: "is needed" },
      { path: "colour", message: "is not a known field" },
    ];
    expect(placeErrors(errors, { ...filled, headers })).toEqual({
      url: "The address must start with https://.",
      "headers[0].value": "This must not start or end with a space.",
      eventTypes: "Invalid option.",
      retrySchedule: "The schedule must be from 1 second to 48 hours.",
      "auth.token": "The token is needed.",
      "": "This is not a known field.",
    });
  });
});
