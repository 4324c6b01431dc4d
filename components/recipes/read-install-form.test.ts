import { describe, expect, test } from "vitest";
import { formatChoice, installNames, newEntry } from "./install-names.ts";
import { parseMinor, readInstallForm } from "./read-install-form.ts";

const app = { id: "slack", name: "Slack" };
const role = (name: string) => ({
  name,
  app,
  title: name,
  help: "",
  resource: null,
  suggestedName: null,
  make: null,
  connections: [],
});
const question = (name: string, kind: "text" | "url" | "amount" | "money") => ({
  name,
  kind,
  title: name,
  help: "",
  default: null,
  step: null,
});

function createForm(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

test("a role is a connection, with an entry of its list or a new one; what is not chosen is left out", () => {
  const recipe = { roles: ["a", "b", "c", "d"].map(role), questions: [] };
  const form = createForm({
    [installNames.role("a")]: formatChoice("int_1", null),
    [installNames.role("b")]: formatChoice("int_1", "an id with spaces"),
    [installNames.role("c")]: formatChoice("int_1", newEntry),
    [installNames.role("d")]: "",
  });
  expect(readInstallForm(recipe, form).roles).toEqual({
    a: { integrationId: "int_1" },
    b: { integrationId: "int_1", resource: "an id with spaces" },
    c: { integrationId: "int_1", make: true },
  });
});

test("money is taken at once only where that was chosen, up to what was typed", () => {
  const recipe = {
    roles: [],
    questions: [question("capture", "money"), question("from", "amount"), question("text", "text")],
  };
  const answers = (fields: Record<string, string>) => readInstallForm(recipe, createForm(fields)).answers;
  expect(answers({})).toEqual({ capture: { mode: "review" } });
  expect(answers({ "answer.capture": "yes", "answer.from": "50", "answer.text": " hi " })).toEqual({
    capture: { mode: "review" },
    from: 5_000,
    text: "hi",
  });
  const live = {
    "answer.capture": "live",
    "answer.capture.limit": "1 250,50",
    "answer.capture.currency": "eur",
  };
  expect(answers(live)).toEqual({ capture: { mode: "live", limit: { amount: 125_050, currency: "EUR" } } });
  const yen = { ...live, "answer.capture.limit": "5000", "answer.capture.currency": "JPY" };
  expect(answers(yen)).toEqual({ capture: { mode: "live", limit: { amount: 5_000, currency: "JPY" } } });
});

describe("an amount as it is typed", () => {
  test.each([
    ["50", 2, 5_000],
    ["50.5", 2, 5_050],
    ["0,05", 2, 5],
    ["1’000.00", 2, 100_000],
    ["5000", 0, 5_000],
    ["50.00", 0, 50],
    ["1.234", 3, 1_234],
  ])("%s with %i digits is %i", (typed, digits, minor) => {
    expect(parseMinor(typed, digits)).toBe(minor);
  });

  test.each(["", "-5", "1.234.567", "1,234.50", "5e3", "NaN", "0.005", "fifty", "99999999999999"])(
    "%j is none, and never a guess",
    (typed) => {
      expect(parseMinor(typed, 2)).toBe(-1);
    },
  );
});
