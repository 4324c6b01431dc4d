import { RateLimiterMemory } from "rate-limiter-flexible";
import { rateLimited } from "#lib/errors.ts";
import { say } from "#lib/failures/say.ts";

/** In one process: ten a second, which a program that was set up wrongly may need and the database does not feel. */
const refusalsPerMinute = 600;
const refused = new RateLimiterMemory({ keyPrefix: "refused", points: refusalsPerMinute, duration: 60 });

/** Credentials that were right lately, by their hash. They are looked up as always, however much others fail. */
const rightLately = new Map<string, number>();
const rightForMs = 60 * 60_000;
const maxRemembered = 10_000;

/**
 * Before credentials are looked up: refuses an address that came with too many wrong ones in the last minute. Whoever
 * shares it with someone who guesses (an office, a proxy) keeps working with credentials that were right before.
 * @param wasRightElsewhere asked past the limit, of credentials that this process has not seen
 * @throws {AppError} 429 with the seconds to wait
 */
export async function refuseGuessing(
  address: string,
  credentialHash?: string,
  wasRightElsewhere?: (hash: string) => Promise<boolean>,
): Promise<void> {
  const until = credentialHash === undefined ? undefined : rightLately.get(credentialHash);
  if (until !== undefined && until > Date.now()) return;
  const counted = await refused.get(address);
  if (!counted || counted.consumedPoints < refusalsPerMinute) return;
  if (credentialHash !== undefined && (await wasRightElsewhere?.(credentialHash))) return;
  throw rateLimited(
    Math.max(1, Math.ceil(counted.msBeforeNext / 1_000)),
    say("problem_wrong_credentials_often"),
  );
}

/**
 * The credentials of a request were wrong.
 * @param weight how many refusals it counts for: more where it took much work to find out
 */
export async function countRefusal(address: string, weight = 1): Promise<void> {
  await refused.penalty(address, weight);
}

/** The credentials were right. */
export function rememberRight(credentialHash: string): void {
  rightLately.delete(credentialHash);
  rightLately.set(credentialHash, Date.now() + rightForMs);
  for (const oldest of rightLately.keys()) {
    if (rightLately.size <= maxRemembered) break;
    rightLately.delete(oldest);
  }
}
