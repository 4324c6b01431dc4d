import { expect, test } from "vitest";
import { newId } from "#lib/ids.ts";
import { runVerb } from "#lib/transport/run-verb.ts";
import { markBrowser } from "./known-browser.ts";
import { countLoginTry } from "./login-throttle.ts";
import { signIn } from "./sign-in.ts";
import { openTestAccount, testPassword } from "./testing/account.ts";
import { newVisitor } from "./testing/visitor.ts";
import { verifyCredentials } from "./verify-credentials.ts";

const newAddress = () => newId("req");
const newEmail = () => `${newId("usr")}@example.com`;
const tryAt = (email: string, address: string, browserId: string | null = null) =>
  countLoginTry({ email, address, browserId });

test("a wrong password and an unknown address get the same answer", async () => {
  const { email } = await openTestAccount();
  expect(await verifyCredentials({ email, password: "wrong" }, newVisitor())).toBeNull();
  expect(await verifyCredentials({ email: newEmail(), password: testPassword }, newVisitor())).toBeNull();
});

test("ten wrong passwords from one address slow that address down for a minute, and nobody elsewhere", async () => {
  const { email } = await openTestAccount();
  const stranger = newAddress();
  for (let tries = 0; tries < 10; tries++) await tryAt(email, stranger);
  const refusal = await verifyCredentials(
    { email, password: testPassword },
    newVisitor({ address: stranger }),
  ).catch((error: unknown) => error);
  expect(refusal).toMatchObject({ status: 429, code: "rate_limited" });
  expect(refusal).toHaveProperty("retryAfterSeconds", expect.closeTo(35, -2));
  expect(await verifyCredentials({ email, password: testPassword }, newVisitor())).toMatchObject({ email });
});

test("however many strangers try an account, a browser that signed in to it before is let in", async () => {
  const { email } = await openTestAccount();
  for (let tries = 0; tries < 30; tries++) await tryAt(email, newAddress());
  await expect(tryAt(email, newAddress())).rejects.toMatchObject({ status: 429 });
  const known = newVisitor({ browserMark: markBrowser(email) });
  expect(await verifyCredentials({ email, password: testPassword }, known)).toMatchObject({ email });
});

test("a browser's mark counts for the account that it signed in to, and cannot be made up", async () => {
  const email = newEmail();
  for (let tries = 0; tries < 30; tries++) await tryAt(email, newAddress());
  for (const browserMark of [markBrowser(newEmail()), "AAAA.BBBB", `${markBrowser(email)}x`, ""]) {
    const tried = verifyCredentials({ email, password: "wrong" }, newVisitor({ browserMark }));
    await expect(tried, browserMark).rejects.toMatchObject({ status: 429 });
  }
});

test("a known browser guesses no faster than a stranger", async () => {
  const email = newEmail();
  const browserId = newId("req");
  for (let tries = 0; tries < 10; tries++) await tryAt(email, newAddress(), browserId);
  await expect(tryAt(email, newAddress(), browserId)).rejects.toMatchObject({ status: 429 });
});

test("a right password wipes out the wrong ones before it", async () => {
  const { email } = await openTestAccount();
  const visitor = newVisitor();
  for (let round = 0; round < 2; round++) {
    for (let tries = 0; tries < 9; tries++) await tryAt(email, visitor.address);
    expect(await verifyCredentials({ email, password: testPassword }, visitor)).toMatchObject({ email });
  }
});

test("an address that is refused uses up nobody's tries", async () => {
  const address = newAddress();
  for (let tries = 0; tries < 100; tries++) await tryAt(newEmail(), address);
  const email = newEmail();
  for (let tries = 0; tries < 40; tries++) {
    await expect(tryAt(email, address)).rejects.toMatchObject({ status: 429 });
  }
  await expect(tryAt(email, newAddress())).resolves.toBeUndefined();
});

test("what is no email address and password is not counted as anybody's try", async () => {
  for (const input of [{ email: "ana", password: "" }, {}]) {
    const tried = runVerb(signIn, { input, visitor: newVisitor() });
    await expect(tried).rejects.toMatchObject({ status: 422 });
  }
});
