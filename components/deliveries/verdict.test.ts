import { describe, expect, test } from "vitest";
import { type DeliveryDto, type FailureCode, failureCodeSchema } from "#lib/deliveries/schema.ts";
import { buildVerdict } from "./verdict.ts";

const base = {
  status: "failed",
  isInFlight: false,
  attempts: 3,
  isTest: false,
  destination: {
    kind: "webhook",
    id: "wh_1",
    label: "https://pos.example/hooks",
    description: "Point of sale",
    state: "active",
  },
  lastAttempt: null,
  heldFor: null,
} as const satisfies Partial<DeliveryDto>;

function failedWith(failureCode: FailureCode, statusCode: number | null = null, changes: object = {}) {
  const lastAttempt = { at: "2026-11-23T12:00:00.000Z", statusCode, failureCode, message: "", totalMs: 12 };
  return buildVerdict({ ...base, lastAttempt, ...changes });
}

describe("whose fault a failed delivery is", () => {
  test.each([
    ["http_status", 500, "endpoint", "retry"],
    ["http_status", 503, "endpoint", "retry"],
    ["http_status", 400, "endpoint", "retry"],
    ["http_status", 401, "settings", "webhook"],
    ["http_status", 403, "settings", "webhook"],
    ["http_status", 404, "settings", "webhook"],
    ["redirect", 301, "settings", "webhook"],
    ["gone", 410, "endpoint", "webhook"],
    ["rate_limited", 429, "settings", "webhook"],
    ["timeout", null, "endpoint", "retry"],
    ["dns", null, "settings", "webhook"],
    ["connection_refused", null, "endpoint", "retry"],
    ["connection_reset", null, "network", "retry"],
    ["tls", null, "endpoint", "retry"],
    ["blocked_address", null, "settings", "webhook"],
    ["internal", null, "patchbay", "retry"],
  ] as const)("%s %s is on the side of the %s, and the button is %s", (code, status, whose, action) => {
    expect(failedWith(code, status)).toMatchObject({ tone: "danger", whose, action });
  });

  test("every failure code has a headline that names the destination, a meaning and advice", () => {
    for (const code of failureCodeSchema.options) {
      const verdict = failedWith(code, code === "http_status" ? 418 : null);
      expect(verdict.headline).toMatch(/^Point of sale .+/);
      expect(verdict.meaning.length).toBeGreaterThan(20);
      expect(verdict.advice).toBeTruthy();
    }
  });

  test("the status is told where there is one", () => {
    expect(failedWith("http_status", 422).meaning).toContain("422");
  });
});

describe("the button", () => {
  test("never offers a retry that the webhook's state forbids", () => {
    const disabled = { destination: { ...base.destination, state: "disabled" } } as const;
    const paused = { destination: { ...base.destination, state: "paused" } } as const;
    const deleted = { destination: { ...base.destination, state: "deleted" } } as const;
    expect(failedWith("http_status", 500, disabled).action).toBe("webhook");
    expect(failedWith("http_status", 500, paused).action).toBe("webhook");
    expect(failedWith("http_status", 500, deleted).action).toBeNull();
    expect(buildVerdict({ ...base, ...paused, status: "cancelled" }).action).toBeNull();
    expect(buildVerdict({ ...base, ...disabled, status: "cancelled" }).action).toBeNull();
    expect(buildVerdict({ ...base, ...disabled }).action).toBe("webhook");
    expect(buildVerdict({ ...base, ...deleted }).action).toBeNull();
    expect(failedWith("http_status", 500, disabled).advice).toMatch(
      /Then resume the webhook, which is switched off at the moment, and retry\.$/,
    );
    expect(failedWith("http_status", 500, paused).advice).toMatch(
      /Then resume the webhook, which is paused at the moment, and retry\.$/,
    );
    expect(failedWith("http_status", 500, deleted).advice).toContain("was deleted");
  });
});

describe("a delivery that was held for too long", () => {
  test("can be sent by hand, once the webhook is resumed", () => {
    const destination = { ...base.destination, state: "paused" } as const;
    const verdict = failedWith("held_too_long", null, { attempts: 0, destination });
    expect(verdict).toMatchObject({ whose: "settings", action: "webhook" });
    expect(verdict.meaning).toContain("held for as long as Patchbay holds deliveries");
    expect(failedWith("held_too_long")).toMatchObject({ action: "retry" });
    expect(failedWith("held_too_long").advice).toMatch(/Then retry\.$/);
  });
});

test("an event whose data is gone is offered no further attempt", () => {
  for (const state of ["active", "paused", "disabled"] as const) {
    const verdict = failedWith("payload_dropped", null, { destination: { ...base.destination, state } });
    expect(verdict.action).toBeNull();
    expect(verdict.advice).not.toMatch(/retry|resume/i);
  }
});

describe("a delivery that has not failed", () => {
  test("blames nobody when it arrived, and says at which attempt", () => {
    const lastAttempt = {
      at: "2026-11-23T12:00:00.000Z",
      statusCode: 204,
      failureCode: null,
      message: "",
      totalMs: 9,
    };
    const verdict = buildVerdict({ ...base, status: "delivered", lastAttempt });
    expect(verdict).toMatchObject({ tone: "success", whose: null, action: null });
    expect(verdict.meaning).toBe("It arrived at attempt 3. It answered 204.");
  });

  test("that waits after a failure says why, and that it is tried again on its own", () => {
    const verdict = failedWith("http_status", 503, { status: "pending" });
    expect(verdict.tone).toBe("warning");
    expect(verdict.headline).toBe("Not delivered yet: Point of sale is not available at the moment");
    expect(verdict.meaning).toContain("tried 3 times and keeps trying automatically");
  });

  test("that is being sent, or was never tried, blames nobody", () => {
    expect(buildVerdict({ ...base, status: "pending", isInFlight: true }).whose).toBeNull();
    expect(buildVerdict({ ...base, status: "pending", attempts: 0 }).headline).toBe(
      "On its way to Point of sale",
    );
  });

  test.each([
    ["disabled", 3, "Held: the webhook Point of sale is switched off", "It has been tried 3 times."],
    ["paused", 0, "Held: the webhook Point of sale is paused", "It has not been sent."],
  ] as const)(
    "that is held says why, and leads to the webhook that is %s",
    (state, attempts, headline, before) => {
      const destination = { ...base.destination, state };
      const verdict = buildVerdict({ ...base, status: "held", attempts, destination });
      expect(verdict).toMatchObject({ tone: "info", headline, whose: null, action: "webhook" });
      expect(verdict.meaning).toBe(`${before} It is sent in its turn when the webhook is resumed.`);
      expect(verdict.advice).toContain("Resume the webhook");
    },
  );
});

describe("a run of an automation", () => {
  const destination = {
    ...base.destination,
    kind: "automation",
    id: "aut_1",
    label: "Kitchen",
    description: "Kitchen",
  } as const;
  const run = { ...base, destination } as const;

  test.each([
    ["review", "Waiting for approval", null],
    ["decision", "Waiting for your decision", null],
    ["connection", "Waiting for a connected app to work again", "apps"],
    ["paused", "Held: the automation Kitchen is paused", "automation"],
  ] as const)("that is held for %s says so, and leads to what ends it", (heldFor, headline, action) => {
    const state = heldFor === "paused" ? "paused" : "active";
    const verdict = buildVerdict({ ...run, status: "held", heldFor, destination: { ...destination, state } });
    expect(verdict).toMatchObject({ headline, action, whose: null });
  });

  test("speaks of running, never of sending, whatever became of it", () => {
    const lastAttempt = {
      at: "2026-11-23T12:00:00.000Z",
      statusCode: null,
      totalMs: 12,
      message: "Step row: no such tab.",
    };
    for (const state of ["active", "paused", "deleted"] as const) {
      for (const failureCode of [null, "invalid_input", "unavailable", "held_too_long"] as const) {
        for (const status of ["delivered", "failed", "pending", "held", "cancelled"] as const) {
          const verdict = buildVerdict({
            ...run,
            status,
            heldFor: status === "held" ? "paused" : null,
            destination: { ...destination, state },
            lastAttempt: { ...lastAttempt, failureCode },
          });
          const said = [verdict.headline, verdict.meaning].join(" ");
          expect(said, `${status} ${failureCode}`).not.toMatch(/webhook|endpoint|\bsent\b|undefined/i);
        }
      }
    }
  });
});

test("a destination without a name of its own goes by its host", () => {
  const destination = { ...base.destination, description: "" };
  expect(failedWith("tls", null, { destination }).headline).toMatch(/^pos\.example has no valid/);
});
