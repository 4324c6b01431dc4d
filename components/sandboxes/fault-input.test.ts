import { expect, test } from "vitest";
import { toldProblem } from "#components/forms/told-problem.ts";
import { addFaultInput } from "#lib/sandbox/schema.ts";
import { faultInput } from "./fault-input.ts";

function createForm(over: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  const fields = { provider: "slack", kind: "server_error", target: "api", times: " 3 ", ...over };
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

test.each([
  [{}, { provider: "slack", kind: "server_error", target: "api", times: 3 }],
  [
    { kind: "slow", delayMs: "2" },
    { kind: "slow", delayMs: 2_000 },
  ],
  [
    { kind: "slow", delayMs: "" },
    { kind: "slow", times: 3 },
  ],
  [
    { kind: "rate_limited", retryAfterSeconds: "60" },
    { kind: "rate_limited", retryAfterSeconds: 60 },
  ],
])("a form with %j sends %j", (over, sent) => {
  expect(addFaultInput.parse(faultInput(createForm(over)))).toMatchObject(sent);
});

test.each([
  [{ times: "" }, "times", "Enter a whole number."],
  [{ times: "many" }, "times", "Enter a whole number."],
  [{ times: "0" }, "times", "At least one call."],
  [{ kind: "rate_limited", retryAfterSeconds: "soon" }, "retryAfterSeconds", "Enter whole seconds."],
  [{ kind: "slow", delayMs: "90" }, "delayMs", "At most a minute."],
])("a form with %j is refused at its field, in words", (over, path, message) => {
  const { issues = [] } = addFaultInput.safeParse(faultInput(createForm(over))).error ?? {};
  expect(issues.map((issue) => [issue.path, toldProblem(issue.message)])).toEqual([[[path], message]]);
});
