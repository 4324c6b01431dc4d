import { expect, test } from "vitest";
import { openTestAccount } from "#lib/auth/testing/account.ts";
import { PlainError } from "../plain-error.ts";
import { readOperatorCommand, runOperatorCommand } from "./command.ts";

test.each([
  [["add", "ana@example.com"], { kind: "add", address: "ana@example.com" }],
  [["remove", "ana@example.com"], { kind: "remove", address: "ana@example.com" }],
  [["list"], { kind: "list" }],
])("%j is understood", (words, command) => {
  expect(readOperatorCommand(words)).toEqual(command);
});

test.each([
  [[]],
  [["add"]],
  [["add", "ana"]],
  [["list", "ana@example.com"]],
  [["make", "a@b.c"]],
  [["add", "a@b.c", "d@e.f"]],
])("%j is answered with what to type", (words) => {
  expect(() => readOperatorCommand(words)).toThrow(PlainError);
  expect(() => readOperatorCommand(words)).toThrow(/npm run operator -- add\|remove/);
});

test("what was done is said in a sentence, and an address without an account is refused in plain words", async () => {
  const { email: address } = await openTestAccount();
  expect(await runOperatorCommand({ kind: "add", address })).toMatch(/is an operator now/);
  expect(await runOperatorCommand({ kind: "add", address })).toMatch(/already/);
  expect(await runOperatorCommand({ kind: "list" })).toContain(`${address}  Ana, since `);
  expect(await runOperatorCommand({ kind: "remove", address })).toMatch(/not an operator any more/);
  expect(await runOperatorCommand({ kind: "remove", address })).toMatch(/is not an operator/);
  const unknown = runOperatorCommand({ kind: "add", address: "nobody@example.com" });
  await expect(unknown).rejects.toThrow("There is no account with the address nobody@example.com.");
});
