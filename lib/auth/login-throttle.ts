import { RateLimiterDrizzle, RateLimiterRes } from "rate-limiter-flexible";
import { db } from "#db/client.ts";
import { rateLimits } from "#db/schema/tenancy.ts";
import { rateLimited } from "#lib/errors.ts";

const windowSeconds = 15 * 60;
const triesPerAccount = 10;
const triesPerAddress = 100;
const signUpsPerAddress = 20;

type Limiters = Record<"account" | "address" | "signUp", RateLimiterDrizzle>;
let limiters: Limiters | undefined;

function loginLimiters(): Limiters {
  const shared = {
    storeClient: db(),
    schema: rateLimits,
    duration: windowSeconds,
    clearExpiredByTimeout: false,
  };
  limiters ??= {
    account: new RateLimiterDrizzle({ ...shared, keyPrefix: "login-account", points: triesPerAccount }),
    address: new RateLimiterDrizzle({ ...shared, keyPrefix: "login-address", points: triesPerAddress }),
    signUp: new RateLimiterDrizzle({ ...shared, keyPrefix: "sign-up-address", points: signUpsPerAddress }),
  };
  return limiters;
}

/**
 * Counts a try to sign in, before the password is looked at, over all processes: 10 for an account and 100 from an
 * address in 15 minutes.
 * @throws {AppError} 429 with the seconds to wait
 */
export async function countLoginTry(email: string, address: string): Promise<void> {
  const { account, address: byAddress } = loginLimiters();
  await count(account, email);
  await count(byAddress, address);
}

/** A right password: the account's tries are forgotten. */
export async function forgetLoginTries(email: string): Promise<void> {
  await loginLimiters().account.delete(email);
}

/**
 * Counts a try to open an account, over all processes: 20 from an address in 15 minutes. Failed tries count too, since
 * their answers tell which e-mail addresses have an account.
 * @throws {AppError} 429 with the seconds to wait
 */
export async function countSignUp(address: string): Promise<void> {
  await count(loginLimiters().signUp, address);
}

async function count(limiter: RateLimiterDrizzle, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    const minutes = Math.ceil(error.msBeforeNext / 60_000);
    throw rateLimited(
      Math.ceil(error.msBeforeNext / 1_000),
      `Too many tries. Wait ${minutes} ${minutes === 1 ? "minute" : "minutes"}, then try again.`,
    );
  }
}
