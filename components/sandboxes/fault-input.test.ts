import { expect, test } from "vitest";
import { addFaultInput } from "#lib/sandbox/schema.ts";
import { type FaultDraft, faultInput } from "./fault-input.ts";

const draft: FaultDraft = { kind: "server_error", target: "api", times: " 3 ", seconds: "" };

test.each([
  [{}, { kind: "server_error", target: "api", times: 3 }],
  [
    { kind: "slow", seconds: "2" },
    { kind: "slow", delayMs: 2_000 },
  ],
  [{ kind: "slow" }, { kind: "slow", times: 3 }],
  [
    { kind: "rate_limited", seconds: "60" },
    { kind: "rate_limited", retryAfterSeconds: 60 },
  ],
] as const)("a form with %j sends %j", (over, sent) => {
  expect(addFaultInput.parse(faultInput("slack", { ...draft, ...over }))).toMatchObject(sent);
});

test("seconds that were typed for another fault do not go along", () => {
  expect(faultInput("slack", { ...draft, seconds: "5" })).toEqual({
    provider: "slack",
    kind: "server_error",
    target: "api",
    times: 3,
  });
});

test.each([
  [{ times: "" }, "times", "Enter a whole number."],
  [{ times: "many" }, "times", "Enter a whole number."],
  [{ times: "0" }, "times", "At least one call."],
  [{ kind: "rate_limited", seconds: "soon" }, "retryAfterSeconds", "Enter whole seconds."],
  [{ kind: "slow", seconds: "90" }, "delayMs", "At most a minute."],
] as const)("a form with %j is refused at its field, in words", (over, path, message) => {
  const result = addFaultInput.safeParse(faultInput("slack", { ...draft, ...over }));
  expect(result.error?.issues).toMatchObject([{ path: [path], message }]);
});
