import { createHash } from "node:crypto";
import type { Call } from "../contract/call.ts";

/**
 * A write to an app that knows no idempotency keys: before it is repeated, what an earlier try has made under this key is
 * looked up by our mark on it. Where nobody can have used the key before, it is not asked for.
 * @param find null: there is none
 */
export async function lookUpFirst<Found, Made>(
  call: Pick<Call, "isFirstUse">,
  { find, make }: { find: () => Promise<Found | null>; make: () => Promise<Made> },
): Promise<{ made: Found | Made; wasThereAlready: boolean }> {
  const earlier = call.isFirstUse ? null : await find();
  return earlier === null
    ? { made: await make(), wasThereAlready: false }
    : { made: earlier, wasThereAlready: true };
}

/**
 * An idempotency key made as short as an app takes it: the first hexadecimal digits of its SHA-256. The same key gives
 * the same ones for good, as what was made under it before is found by them.
 * @param length digits, at most 64; 12 of them are the same for two of a million keys with a chance of 1 in 500
 */
export function shortKey(idempotencyKey: string, length: number): string {
  return createHash("sha256").update(idempotencyKey).digest("hex").slice(0, length);
}
