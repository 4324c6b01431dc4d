import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { memberships, merchants, users } from "#db/schema/tenancy.ts";
import { newId } from "#lib/ids.ts";
import { runVerb } from "#lib/transport/run-verb.ts";
import { countSignUp } from "./login-throttle.ts";
import { signIn } from "./sign-in.ts";
import { signUp } from "./sign-up.ts";
import { newVisitor } from "./testing/visitor.ts";

const password = "three words apart";

function newAccount() {
  const email = `${newId("usr")}@example.com`;
  return { merchantName: "Trattoria", name: "Ana", email, password };
}

/** An account that is open at once, as it is without a mail server. */
async function open(input: unknown): Promise<{ userId: string; merchantId: string }> {
  const outcome = await runVerb(signUp, { input, visitor: newVisitor() });
  if (outcome.kind !== "opened") throw new Error("It waits for a mail.");
  const { userId } = outcome.session;
  const [membership] = await db().select().from(memberships).where(eq(memberships.userId, userId));
  if (!membership) throw new Error("The person has no merchant.");
  return { userId, merchantId: membership.merchantId };
}

test("an account is a person who owns a merchant and can sign in with the address in any case", async () => {
  const account = newAccount();
  const ids = await open({ ...account, email: account.email.toUpperCase() });
  const rows = await db().select().from(memberships).where(eq(memberships.userId, ids.userId));
  expect(rows).toMatchObject([{ merchantId: ids.merchantId, role: "owner" }]);
  const signedIn = await signIn({
    input: { email: ` ${account.email}`, password },
    visitor: newVisitor(),
  });
  expect(signedIn).toMatchObject({ userId: ids.userId, email: account.email });
});

test("no password is stored as it was typed, and equal ones are stored differently", async () => {
  const accounts = [newAccount(), newAccount()];
  const stored = [];
  for (const input of accounts) {
    const { userId } = await open(input);
    const [user] = await db().select().from(users).where(eq(users.id, userId));
    stored.push(user?.passwordHash);
  }
  expect(stored.join()).not.toContain(password);
  expect(new Set(stored).size).toBe(2);
});

test("a merchant has the time zone of its first browser, and UTC where that is not known here", async () => {
  const zones = [];
  for (const timeZone of ["Europe/Berlin", "Mars/Olympus", undefined]) {
    const { merchantId } = await open({ ...newAccount(), timeZone });
    const [merchant] = await db().select().from(merchants).where(eq(merchants.id, merchantId));
    zones.push(merchant?.timeZone);
  }
  expect(zones).toEqual(["Europe/Berlin", "UTC", "UTC"]);
});

test("an address with unusual but real characters can sign up", async () => {
  const email = `ana&co+${newId("usr")}@example.com`;
  await expect(open({ ...newAccount(), email })).resolves.toBeDefined();
});

describe("input is refused with its path", () => {
  test.each([
    ["no shop", { merchantName: "  " }, "merchantName"],
    ["no name", { name: "" }, "name"],
    ["not an address", { email: "ana@" }, "email"],
    ["a short password", { password: "123456789" }, "password"],
    ["an address without a domain", { email: "ana@localhost" }, "email"],
    ["a common password", { password: "password123" }, "password"],
    [
      "one's own address as password",
      { email: "ana.maria@example.com", password: "ana.maria@example.com" },
      "password",
    ],
    ["an unknown field", { role: "owner" }, "role"],
  ])("%s", async (_name, change, path) => {
    const refused = runVerb(signUp, { input: { ...newAccount(), ...change }, visitor: newVisitor() });
    await expect(refused).rejects.toMatchObject({ status: 422, fieldErrors: [{ path }] });
  });
});

test("of two sign-ups with one address at the same moment one is refused, and leaves no merchant behind", async () => {
  const account = { ...newAccount(), merchantName: newId("mer") };
  const answers = await Promise.allSettled(
    [account, account].map((input) => signUp({ input, visitor: newVisitor() })),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  const refusal = answers.find((answer) => answer.status === "rejected");
  expect(refusal?.reason).toMatchObject({ status: 422, fieldErrors: [{ path: "email" }] });
  const left = await db().select().from(merchants).where(eq(merchants.name, account.merchantName));
  expect(left).toHaveLength(1);
});

test("an address from which too many accounts were asked for has to wait; another has not", async () => {
  const visitor = newVisitor();
  for (let tries = 0; tries < 20; tries++) await countSignUp(visitor.address);
  const refusal = await signUp({ input: newAccount(), visitor }).catch((error: unknown) => error);
  expect(refusal).toMatchObject({ status: 429, code: "rate_limited" });
  await expect(signUp({ input: newAccount(), visitor: newVisitor() })).resolves.toBeDefined();
});
