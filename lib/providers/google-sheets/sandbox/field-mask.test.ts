import { describe, expect, test } from "vitest";
import { applyFieldMask, readFieldMask } from "./field-mask.ts";

const tree = {
  id: true,
  files: { id: true, name: true, owner: { name: true, address: true } },
  token: true,
} as const;
const answer = {
  id: "1",
  files: [
    { id: "2", name: "Orders", owner: { name: "Ana", address: "ana@example.com" } },
    { id: "3", name: "Stock", owner: { name: "Ben", address: "ben@example.com" } },
  ],
};

function select(text: string): unknown {
  const mask = readFieldMask(text, tree);
  return mask && applyFieldMask(answer, mask);
}

describe("a field mask", () => {
  test.each([
    ["id", { id: "1" }],
    ["files(id),token", { files: [{ id: "2" }, { id: "3" }] }],
    ["files.owner.name", { files: [{ owner: { name: "Ana" } }, { owner: { name: "Ben" } }] }],
    ["files(name,owner/name)", select("files.name,files.owner.name")],
    ["*", answer],
  ])("%s selects just that", (text, selected) => {
    expect(select(text)).toEqual(selected);
  });

  test.each([
    "nope",
    "files(nope)",
    "id.more",
    "files(id",
    "files)",
    "id,",
    "id, files",
    "",
    "files.toString",
  ])("%j is refused", (text) => {
    expect(readFieldMask(text, tree)).toBeNull();
  });
});
