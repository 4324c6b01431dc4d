import { expect, test } from "vitest";
import { newId } from "#lib/ids.ts";
import { countLoginTry } from "./login-throttle.ts";
import { signUp } from "./sign-up.ts";
import { verifyCredentials } from "./verify-credentials.ts";

const password = "three words apart";
const newAddress = () => newId("req");
const newEmail = () => `${newId("usr")}@example.com`;

async function openAccount(): Promise<string> {
  const email = newEmail();
  await signUp({ input: { merchantName: "Trattoria", name: "Ana", email, password }, address: newAddress() });
  return email;
}

test("a wrong password and an unknown address get the same answer", async () => {
  const email = await openAccount();
  expect(await verifyCredentials({ email, password: "wrong" }, newAddress())).toBeNull();
  expect(await verifyCredentials({ email: newEmail(), password }, newAddress())).toBeNull();
});

test("after ten wrong passwords even the right one has to wait, from any address", async () => {
  const email = await openAccount();
  for (let tries = 0; tries < 10; tries++) {
    expect(await verifyCredentials({ email, password: "wrong" }, newAddress())).toBeNull();
  }
  const refusal = await verifyCredentials({ email, password }, newAddress()).catch((error: unknown) => error);
  expect(refusal).toMatchObject({ status: 429, code: "rate_limited" });
  expect(refusal).toHaveProperty("retryAfterSeconds", expect.closeTo(15 * 60, -2));
}, 30_000);

test("a right password wipes out the wrong ones before it", async () => {
  const email = await openAccount();
  for (let round = 0; round < 2; round++) {
    for (let tries = 0; tries < 9; tries++) await countLoginTry(email, newAddress());
    expect(await verifyCredentials({ email, password }, newAddress())).toMatchObject({ email });
  }
});

test("an address that tries a hundred accounts has to wait, whichever comes next", async () => {
  const address = newAddress();
  for (let tries = 0; tries < 100; tries++) await countLoginTry(newEmail(), address);
  await expect(countLoginTry(newEmail(), address)).rejects.toMatchObject({ status: 429 });
  await expect(countLoginTry(newEmail(), newAddress())).resolves.toBeUndefined();
});

test("what is no e-mail address and password is not counted as anybody's try", async () => {
  expect(await verifyCredentials({ email: "ana", password: "" }, newAddress())).toBeNull();
  expect(await verifyCredentials({}, newAddress())).toBeNull();
});
