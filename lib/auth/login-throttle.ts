import { count, forget } from "./limiters.ts";

const quarterOfAnHour = 15 * 60;

const byAddress = { prefix: "login-address", points: 100, windowSeconds: quarterOfAnHour };
const byAddressAndAccount = { prefix: "login-pair", points: 10, windowSeconds: 60 };
const byAccount = { prefix: "login-account", points: 30, windowSeconds: 60 };
const byKnownBrowser = { prefix: "login-browser", points: 10, windowSeconds: 60 };
const signUpsByAddress = { prefix: "sign-up-address", points: 20, windowSeconds: quarterOfAnHour };
const linksByAddress = { prefix: "account-link-address", points: 20, windowSeconds: quarterOfAnHour };
const passwordsByUser = { prefix: "password-user", points: 10, windowSeconds: 60 };

/** A try to sign in: `browserId` is that of a browser that signed in to this account before. */
type LoginTry = { email: string; address: string; browserId: string | null };

/**
 * Counts a try to sign in, before the password is looked at, over all processes. The address comes first (100 in 15
 * minutes), so that one that is refused uses up nothing of anybody's. An account is slowed down and never locked: 10
 * tries a minute from one address, 30 a minute from all. A browser that signed in to it before has 10 a minute to
 * itself, whatever strangers do.
 * @throws {AppError} 429 with the seconds to wait
 */
export async function countLoginTry({ email, address, browserId }: LoginTry): Promise<void> {
  if (browserId !== null) return count(byKnownBrowser, browserId);
  await count(byAddress, address);
  await count(byAddressAndAccount, pairKey(address, email));
  await count(byAccount, email);
}

/** A right password: the wrong ones before it, from the same place, are forgotten. */
export async function forgetLoginTries({ email, address, browserId }: LoginTry): Promise<void> {
  if (browserId !== null) await forget(byKnownBrowser, browserId);
  else await forget(byAddressAndAccount, pairKey(address, email));
}

/**
 * Counts a try to open an account: 20 from an address in 15 minutes, failed ones too.
 * @throws {AppError} 429 with the seconds to wait
 */
export function countSignUp(address: string): Promise<void> {
  return count(signUpsByAddress, address);
}

/**
 * Counts a request for a link by email, or a try to use one: 20 from an address in 15 minutes.
 * @throws {AppError} 429 with the seconds to wait
 */
export function countAccountLink(address: string): Promise<void> {
  return count(linksByAddress, address);
}

/**
 * Counts a try to change a password: who found a signed-in browser must not find out its password with it.
 * @throws {AppError} 429 with the seconds to wait
 */
export function countPasswordChange(userId: string): Promise<void> {
  return count(passwordsByUser, userId);
}

function pairKey(address: string, email: string): string {
  return `${address} ${email}`;
}
