import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { memberships, merchants, users } from "#db/schema/tenancy.ts";
import { newId } from "#lib/ids.ts";
import { signUp } from "./sign-up.ts";
import { verifyCredentials } from "./verify-credentials.ts";

const password = "three words apart";

function newAccount() {
  const email = `${newId("usr")}@example.com`;
  return { merchantName: "Trattoria", name: "Ana", email, password };
}

/** An address of the test's own: tries are counted by address. */
const newAddress = () => newId("req");

test("an account is a person who owns a merchant and can sign in with the address in any case", async () => {
  const account = newAccount();
  const ids = await signUp({
    input: { ...account, email: account.email.toUpperCase() },
    address: newAddress(),
  });
  const rows = await db().select().from(memberships).where(eq(memberships.userId, ids.userId));
  expect(rows).toMatchObject([{ merchantId: ids.merchantId, role: "owner" }]);
  const signedIn = await verifyCredentials({ email: ` ${account.email}`, password }, newAddress());
  expect(signedIn).toEqual({ id: ids.userId, email: account.email, name: "Ana" });
});

test("no password is stored as it was typed, and equal ones are stored differently", async () => {
  const accounts = [newAccount(), newAccount()];
  const stored = [];
  for (const input of accounts) {
    const { userId } = await signUp({ input, address: newAddress() });
    const [user] = await db().select().from(users).where(eq(users.id, userId));
    stored.push(user?.passwordHash);
  }
  expect(stored.join()).not.toContain(password);
  expect(new Set(stored).size).toBe(2);
});

test("a merchant has the time zone of its first browser, and UTC where that is not known here", async () => {
  const zones = [];
  for (const timeZone of ["Europe/Berlin", "Mars/Olympus", undefined]) {
    const { merchantId } = await signUp({ input: { ...newAccount(), timeZone }, address: newAddress() });
    const [merchant] = await db().select().from(merchants).where(eq(merchants.id, merchantId));
    zones.push(merchant?.timeZone);
  }
  expect(zones).toEqual(["Europe/Berlin", "UTC", "UTC"]);
});

describe("input is refused with its path", () => {
  test.each([
    ["no shop", { merchantName: "  " }, "merchantName"],
    ["no name", { name: "" }, "name"],
    ["not an address", { email: "ana@" }, "email"],
    ["a short password", { password: "123456789" }, "password"],
    ["an unknown field", { role: "owner" }, "role"],
  ])("%s", async (_name, change, path) => {
    const refused = signUp({ input: { ...newAccount(), ...change }, address: newAddress() });
    await expect(refused).rejects.toMatchObject({ status: 422, fieldErrors: [{ path }] });
  });
});

test("of two sign-ups with one address at the same moment one is refused, and leaves no merchant behind", async () => {
  const account = { ...newAccount(), merchantName: newId("mer") };
  const answers = await Promise.allSettled(
    [account, account].map((input) => signUp({ input, address: newAddress() })),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  const refusal = answers.find((answer) => answer.status === "rejected");
  expect(refusal?.reason).toMatchObject({ status: 422, fieldErrors: [{ path: "email" }] });
  const left = await db().select().from(merchants).where(eq(merchants.name, account.merchantName));
  expect(left).toHaveLength(1);
});

test("an address from which too many accounts were asked for has to wait; another has not", async () => {
  const address = newAddress();
  const taken = newAccount();
  await signUp({ input: taken, address });
  const { email } = taken;
  for (let tries = 1; tries < 20; tries++) {
    await expect(signUp({ input: { ...newAccount(), email }, address })).rejects.toMatchObject({
      status: 422,
    });
  }
  const refusal = await signUp({ input: newAccount(), address }).catch((error: unknown) => error);
  expect(refusal).toMatchObject({ status: 429, code: "rate_limited" });
  await expect(signUp({ input: newAccount(), address: newAddress() })).resolves.toBeDefined();
}, 60_000);
