import { expect, test } from "vitest";
import { roleOptions } from "./recipe-choices.ts";

const account = (integrationId: string, label: string) =>
  ({ integrationId, label, status: "connected", environment: "sandbox" }) as const;
const role = {
  name: "kitchen",
  app: { id: "slack", name: "Slack" },
  title: "Channel",
  help: "",
  resource: { id: "channels", title: "Channels" },
  suggestedName: "kitchen",
  make: null,
  connections: [account("int_1", "Ana")],
};
const entry = (id: string, label: string, integrationId = "int_1") => ({ integrationId, id, label });

test("what is called as the recipe suggests is chosen at first, however it is written", () => {
  const entries = [entry("C1", "#orders"), entry("C2", "#Kitchen"), entry("C3", "kitchen-old")];
  expect(roleOptions(role, entries)).toEqual({
    options: [
      { value: "int_1 C1", label: "#orders" },
      { value: "int_1 C2", label: "#Kitchen" },
      { value: "int_1 C3", label: "kitchen-old" },
    ],
    chosen: "int_1 C2",
  });
});

test("nothing is chosen for a person among several, or where there is nothing", () => {
  expect(roleOptions(role, [entry("C1", "a"), entry("C2", "b")]).chosen).toBe("");
  expect(roleOptions(role, [entry("C1", "a")]).chosen).toBe("int_1 C1");
  expect(roleOptions(role, null)).toEqual({ options: [], chosen: "" });
});

test("two accounts are told apart, and a new entry can be made at each", () => {
  const connections = [account("int_1", "Ana"), account("int_2", "Bar")];
  const make = { title: "Make a new one" };
  const { options, chosen } = roleOptions({ ...role, connections, make }, [entry("C1", "orders", "int_2")]);
  expect(options).toEqual([
    { value: "int_2 C1", label: "orders · Bar" },
    { value: "int_1 +", label: "Make a new one · Ana" },
    { value: "int_2 +", label: "Make a new one · Bar" },
  ]);
  expect(chosen).toBe("");
});

test("where the connection alone is enough, the only one is chosen", () => {
  const alone = { ...role, resource: null, suggestedName: null };
  expect(roleOptions(alone, [])).toEqual({ options: [{ value: "int_1", label: "Ana" }], chosen: "int_1" });
});
