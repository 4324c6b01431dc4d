import { randomBytes } from "node:crypto";
import { afterEach, describe, expect, test, vi } from "vitest";

const place = { merchantId: "mer_a", table: "webhooks", rowId: "wh_1", column: "sealed" };
const key = (id: string) => `${id}:${randomBytes(32).toString("base64")}`;

/** The module with other keys in the environment, as a process would have that starts with them. */
async function withKeys(...keys: string[]) {
  vi.resetModules();
  vi.stubEnv("ENCRYPTION_KEYS", keys.join(","));
  return import("./seal.ts");
}

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

describe("a sealed value", () => {
  test("opens in its place, and does not show its text", async () => {
    const { open, seal } = await withKeys(key("k1"));
    const sealed = await seal("whsec_secret", place);
    expect(sealed).not.toContain("secret");
    expect(await open(sealed, place)).toBe("whsec_secret");
  });

  test.each([
    ["of another merchant", { ...place, merchantId: "mer_b" }],
    ["in another row", { ...place, rowId: "wh_2" }],
    ["in another column", { ...place, column: "other" }],
  ])("does not open %s", async (_, elsewhere) => {
    const { open, seal } = await withKeys(key("k1"));
    const sealed = await seal("x", place);
    await expect(open(sealed, elsewhere)).rejects.toThrow(/"k1" does not open/);
  });

  test("opens after a new key was put in front, which then seals", async () => {
    const [old, fresh] = [key("k1"), key("k2")];
    const before = await withKeys(old);
    const sealed = await before.seal("x", place);
    const after = await withKeys(fresh, old);
    expect(await after.open(sealed, place)).toBe("x");
    const { protected: header } = JSON.parse(await after.seal("x", place));
    expect(JSON.parse(Buffer.from(header, "base64url").toString()).kid).toBe("k2");
    expect(after.sealingKeyId()).toBe("k2");
  });

  test("whose key is gone names the key", async () => {
    const before = await withKeys(key("k1"));
    const sealed = await before.seal("x", place);
    const after = await withKeys(key("k2"));
    await expect(after.open(sealed, place)).rejects.toThrow(/lacks the key "k1"/);
  });

  test("tells the id of its key also where the key is gone", async () => {
    const before = await withKeys(key("k1"));
    const sealed = await before.seal("x", place);
    const after = await withKeys(key("k2"));
    expect(after.readKeyId(sealed)).toBe("k1");
    for (const other of ["", "{}", "null", "not even JSON", '{"protected":"e30"}']) {
      expect(after.readKeyId(other)).toBeNull();
    }
  });

  test("that was changed does not open", async () => {
    const { open, seal } = await withKeys(key("k1"));
    const sealed = JSON.parse(await seal("hello", place));
    const changed = { ...sealed, ciphertext: Buffer.from("jello").toString("base64url") };
    await expect(open(JSON.stringify(changed), place)).rejects.toThrow(/does not open/);
    await expect(open("not even JSON", place)).rejects.toThrow(/does not open/);
  });
});
