import { randomBytes, scrypt, timingSafeEqual } from "node:crypto";
import { hashCost } from "./hash-cost.ts";
import { FairQueue, type Place } from "./hash-queue.ts";

/** Of bytes; scrypt refuses what needs more. */
const maxmem = 128 * 1024 * 1024;
const keyLength = 32;

/**
 * Two at a time: each takes 64 MiB, and a thread of those that look up names for deliveries. What waits is over within
 * some seconds.
 */
const queue = new FairQueue({ atOnce: 2, perKey: 4, total: 16 });

/** For hashes that no visitor asked for. */
const ours: Place = { key: "installation", isKnown: true };

/**
 * A hash to store: `scrypt$N$r$p$salt$key`, so that the cost can be raised for new passwords.
 * @param place who asked for it, for taking turns
 * @throws {AppError} 503 when too many wait for theirs
 */
export async function hashPassword(password: string, place: Place = ours): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt, { ...hashCost, maxmem }, place);
  return ["scrypt", hashCost.N, hashCost.r, hashCost.p, salt.toString("base64"), key.toString("base64")].join(
    "$",
  );
}

/**
 * Whether a password is the one that was hashed.
 * @throws {AppError} 503 when too many wait for theirs
 */
export async function verifyPassword(
  password: string,
  stored: string,
  place: Place = ours,
): Promise<boolean> {
  const [scheme, N, r, p, salt, key] = stored.split("$");
  if (scheme !== "scrypt" || !N || !r || !p || !salt || !key)
    throw new Error("A stored password hash is malformed.");
  const expected = Buffer.from(key, "base64");
  const options = { N: Number(N), r: Number(r), p: Number(p), maxmem };
  const actual = await derive(password, Buffer.from(salt, "base64"), options, place);
  return actual.length === expected.length && timingSafeEqual(actual, expected);
}

let decoy: Promise<string> | undefined;

/** Takes the time of a check where there is no such user, so that the time does not tell who has an account. */
export async function verifyAgainstNobody(password: string, place: Place): Promise<false> {
  decoy ??= hashPassword(randomBytes(16).toString("hex"));
  await verifyPassword(password, await decoy, place);
  return false;
}

function derive(
  password: string,
  salt: Buffer,
  options: { N: number; r: number; p: number; maxmem: number },
  place: Place,
): Promise<Buffer> {
  return queue.run(
    place,
    () =>
      new Promise<Buffer>((resolve, reject) => {
        scrypt(password.normalize("NFKC"), salt, keyLength, options, (error, key) =>
          error ? reject(error) : resolve(key),
        );
      }),
  );
}
