import { describe, expect, test } from "vitest";
import { applyEdit, edits } from "./form-edits.ts";
import { emptyValues, type WebhookFormValues } from "./form-values.ts";
import { valuesOfForm } from "./posted-values.ts";

const typed: WebhookFormValues = {
  url: "https://pos.example.com/hooks",
  description: "Bar",
  events: { isAll: false, chosen: ["order.paid", "qr.scanned"] },
  headers: [
    { key: 0, name: "X-Shop", value: "berlin" },
    { key: 1, name: "", value: "" },
  ],
  auth: {
    type: "basic",
    isReplaced: true,
    header: "x-key",
    value: "1",
    username: "ana",
    password: "2",
    token: "3",
  },
  retry: {
    choice: "custom",
    custom: [
      { key: 0, amount: "90", unit: "s" },
      { key: 1, amount: "", unit: "h" },
    ],
  },
  timeoutSeconds: "2.5",
  maxPerSecond: "10",
  maxInFlight: "ten",
};

/** As the browser makes it from the editor's controls. */
function createForm(values: WebhookFormValues): FormData {
  const { auth } = values;
  const form = new FormData();
  const fields: [name: string, value: string][] = [
    ["url", values.url],
    ["description", values.description],
    ["breadth", values.events.isAll ? "all" : "chosen"],
    ...values.events.chosen.map((type): [string, string] => ["eventTypes", type]),
    ...values.headers.flatMap(({ name, value }, index): [string, string][] => [
      [`headers[${index}].name`, name],
      [`headers[${index}].value`, value],
    ]),
    ["auth.type", auth.type],
    ...(auth.isReplaced ? [["auth.isReplaced", "yes"] satisfies [string, string]] : []),
    ["auth.header", auth.header],
    ["auth.value", auth.value],
    ["auth.username", auth.username],
    ["auth.password", auth.password],
    ["auth.token", auth.token],
    ["retry.choice", values.retry.choice],
    ...values.retry.custom.flatMap(({ amount, unit }, index): [string, string][] => [
      [`retrySchedule[${index}]`, amount],
      [`retrySchedule[${index}]`, unit],
    ]),
    ["timeoutMs", values.timeoutSeconds],
    ["maxPerSecond", values.maxPerSecond],
    ["maxInFlight", values.maxInFlight],
  ];
  for (const [name, value] of fields) form.append(name, value);
  return form;
}

describe("what a browser posts", () => {
  test.each([["typed", typed] as const, ["untouched", { ...emptyValues(), headers: [] }] as const])(
    "comes to the same values as what was %s",
    (_, values) => expect(valuesOfForm(createForm(values), emptyValues())).toEqual(values),
  );

  test("leaves what the form does not show as it was", () => {
    const form = createForm(typed);
    for (const part of ["header", "value", "username", "password", "token"]) form.delete(`auth.${part}`);
    expect(valuesOfForm(form, typed).auth).toEqual(typed.auth);
  });

  test("a choice that the editor does not have counts for nothing", () => {
    const form = createForm(typed);
    form.set("auth.type", "constructor");
    form.set("retry.choice", "__proto__");
    form.set("retrySchedule[0]", "90");
    form.append("retrySchedule[0]", "toString");
    const { auth, retry } = valuesOfForm(form, emptyValues());
    expect([auth.type, retry.choice, retry.custom[0]?.unit]).toEqual(["none", "standard", "s"]);
  });
});

describe("the buttons within the form", () => {
  test("add and remove rows, and replace what is stored", () => {
    const added = applyEdit(applyEdit(typed, edits.addHeader), edits.addWait);
    expect([added.headers.length, added.retry.custom.length]).toEqual([3, 3]);
    expect(new Set(added.headers.map(({ key }) => key)).size).toBe(3);
    const removed = applyEdit(applyEdit(added, edits.removeHeader(0)), edits.removeWait(1));
    expect(removed.headers.map(({ name }) => name)).toEqual(["", ""]);
    expect(removed.retry.custom.map(({ amount }) => amount)).toEqual(["90", "1"]);
    expect(applyEdit(typed, edits.keepAuth).auth.isReplaced).toBe(false);
    expect(applyEdit(typed, edits.replaceAuth).auth.isReplaced).toBe(true);
  });

  test("one that is not known changes nothing", () => {
    expect(applyEdit(typed, "remove-header-1x")).toEqual(typed);
  });
});
