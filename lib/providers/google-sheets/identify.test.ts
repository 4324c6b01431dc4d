import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ProviderTest, startProviderTest } from "#lib/providers/testing/provider-test.ts";
import { driveFileScope } from "./auth.ts";
import { identify } from "./identify.ts";
import { googleSheets } from "./provider.ts";
import { commands } from "./sandbox/commands.ts";

let shop: ProviderTest;
beforeAll(async () => {
  shop = await startProviderTest(googleSheets);
});
afterAll(() => shop.stop());

test("an account is known by its id in Drive, named by its address, with what was granted", async () => {
  expect(await identify(shop.call())).toEqual({
    id: shop.account.externalId,
    label: shop.account.label,
    grantedScopes: [driveFileScope],
  });
});

describe("what went wrong is known", () => {
  test("a token that is none", async () => {
    const call = shop.call({ credentials: { accessToken: "ya29.none" } });
    await expect(identify(call)).rejects.toMatchObject({ kind: "auth" });
  });

  test.each([
    ["rate_limited", "rate_limited"],
    ["server_error", "unavailable"],
    ["malformed", "unavailable"],
  ] as const)("%s", async (fault, kind) => {
    await shop.fault(fault);
    await expect(identify(shop.call())).rejects.toMatchObject({ kind });
  });

  test("fewer permissions than were asked for", async () => {
    const narrow = await startProviderTest(googleSheets, { scopes: ["openid", "email"] });
    await expect(identify(narrow.call())).rejects.toMatchObject({
      kind: "scope_missing",
      missingScope: driveFileScope,
      detail: "granted: openid email",
    });
    await narrow.stop();
  });

  test("permissions that were taken back, for the account and for each action", async () => {
    const other = await startProviderTest(googleSheets);
    await commands["take-permissions-back"].run(other.context);
    const missing = { kind: "scope_missing", missingScope: driveFileScope };
    await expect(identify(other.call())).rejects.toMatchObject(missing);
    for (const [id, { example }] of Object.entries(googleSheets.actions)) {
      await expect(other.run(id, example)).rejects.toMatchObject(missing);
    }
    await other.stop();
  });

  test("access that was removed at Google", async () => {
    const other = await startProviderTest(googleSheets);
    await commands.revoke.run(other.context);
    await expect(identify(other.call())).rejects.toMatchObject({ kind: "auth" });
    await expect(other.run("list-sheets", googleSheets.actions["list-sheets"].example)).rejects.toMatchObject(
      { kind: "auth" },
    );
    await other.stop();
  });
});

test("a spreadsheet that was deleted is told as such", async () => {
  const other = await startProviderTest(googleSheets);
  expect(await commands["delete-spreadsheet"].run(other.context)).toContain("Orders");
  await expect(other.run("append-row", googleSheets.actions["append-row"].example)).rejects.toMatchObject({
    kind: "not_found",
  });
  await other.stop();
});
