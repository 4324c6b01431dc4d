import { expect, test } from "vitest";
import { answering, Refused } from "./api.ts";

const reply = { status: 404, json: { error: "no_such_charge" } };

test("a handler that throws a refusal answers with it", async () => {
  expect(await answering(() => Promise.reject(new Refused(reply)))).toBe(reply);
});

test("a refusal of an app's own kind keeps its words, for pages that show them", () => {
  expect(new Refused(reply, "No such charge: 'ch_1'").message).toBe("No such charge: 'ch_1'");
});

test("what else a handler throws is a fault of the sandbox, and no answer", async () => {
  const fault = new TypeError("charge is undefined");
  await expect(answering(() => Promise.reject(fault))).rejects.toBe(fault);
});
