import { createHash, timingSafeEqual } from "node:crypto";

/** Whether two texts are the same, in a time that tells nothing of where they differ, or how long they are. */
export function isSameText(one: string, other: string): boolean {
  return timingSafeEqual(createDigest(one), createDigest(other));
}

function createDigest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
