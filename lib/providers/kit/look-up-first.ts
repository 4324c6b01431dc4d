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
