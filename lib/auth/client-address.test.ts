import { expect, test } from "vitest";
import { clientAddress } from "./client-address.ts";

test.each([
  ["one proxy", "203.0.113.7", "203.0.113.7"],
  ["an address that the caller made up comes first", "10.0.0.1, 203.0.113.7", "203.0.113.7"],
  ["an empty header", "", "unknown"],
  ["an empty last entry", "203.0.113.7, ", "unknown"],
  ["no header", null, "unknown"],
])("%s", (_name, header, address) => {
  expect(clientAddress(header)).toBe(address);
});
