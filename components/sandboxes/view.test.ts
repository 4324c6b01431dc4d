import { expect, test } from "vitest";
import type { SandboxAccountDto } from "#lib/sandbox/schema.ts";
import { countKinds, kindTitle, readView, viewHref } from "./view.ts";

const account = (id: string, kinds: SandboxAccountDto["kinds"]): SandboxAccountDto => ({
  id,
  externalId: `${id}.example`,
  label: id,
  createdAt: "2026-01-01T00:00:00.000Z",
  access: 0,
  kinds,
});
const sandbox = {
  accounts: [
    account("a", [{ kind: "order", count: 2 }]),
    account("b", [
      { kind: "order", count: 1 },
      { kind: "channel", count: 4 },
    ]),
  ],
};

test("kinds of all accounts are counted together", () => {
  expect(countKinds(sandbox)).toEqual([
    { kind: "channel", count: 4 },
    { kind: "order", count: 3 },
  ]);
});

test.each([
  [
    { show: undefined, account: undefined },
    { show: "calls", account: undefined },
  ],
  [
    { show: "order", account: undefined },
    { show: "order", account: undefined },
  ],
  [
    { show: "order", account: "b" },
    { show: "order", account: "b" },
  ],
  [
    { show: "order", account: "stranger" },
    { show: "order", account: undefined },
  ],
  [
    { show: "cup", account: "b" },
    { show: "calls", account: undefined },
  ],
])("%j shows %j", (asked, view) => {
  expect(readView(sandbox, asked)).toEqual(view);
});

test("a view has an address that leads back to it", () => {
  expect(viewHref("slack", { show: "calls", account: undefined })).toBe("/sandboxes/slack");
  const href = viewHref("slack", { show: "order", account: "b" }, "c1.c2");
  expect(href).toBe("/sandboxes/slack?show=order&account=b&cursor=c1.c2");
});

test("a kind is told in words", () => {
  expect(kindTitle("line_item")).toBe("Line item");
});
