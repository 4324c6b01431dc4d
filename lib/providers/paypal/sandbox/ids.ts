import { randomBytes } from "node:crypto";

const letters = "ABCDEFGHJKLMNPRSTUVWXY0123456789";

/** As PayPal makes them: capitals and digits. */
export function newId(length: number): string {
  return Array.from(randomBytes(length), (byte) => letters.charAt(byte % letters.length)).join("");
}
