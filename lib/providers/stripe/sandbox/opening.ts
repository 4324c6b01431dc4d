import { createHash, createHmac, timingSafeEqual } from "node:crypto";

/** What a platform says when it opens an account. */
type Opening = { displayName: string; contactEmail: string; country: string };

const idForm = /^acct_1([0-9a-z]+)$/;
const sealLength = 8;
const saltLength = 6;

/**
 * The id of an account that a platform has just opened. Nobody has come to it, so it belongs to no merchant here, and
 * there is no place to keep what it is called: its id says it. One that is opened twice under a key is the same.
 * @param seed what makes it different from another with the same name: the idempotency key
 */
export function idOfOpening(opening: Opening, seed: string, secret: string): string {
  const salt = createHash("sha256").update(seed).digest().subarray(0, saltLength);
  const said = JSON.stringify([opening.country, opening.contactEmail, opening.displayName]);
  const content = Buffer.concat([salt, Buffer.from(said)]);
  // The first byte is not 0, so none is lost.
  const bytes = Buffer.concat([Buffer.from([1]), createSeal(content, secret), content]);
  return `acct_1${BigInt(`0x${bytes.toString("hex")}`).toString(36)}`;
}

/** null for an id that is not of an account that was opened so. */
export function readOpening(id: string, secret: string): Opening | null {
  const bytes = toBytes(idForm.exec(id)?.[1] ?? "");
  const seal = bytes.subarray(1, 1 + sealLength);
  const content = bytes.subarray(1 + sealLength);
  if (bytes[0] !== 1 || content.length <= saltLength || !timingSafeEqual(seal, createSeal(content, secret))) {
    return null;
  }
  const [country, contactEmail, displayName]: string[] = JSON.parse(
    content.subarray(saltLength).toString("utf8"),
  );
  return { country: country ?? "", contactEmail: contactEmail ?? "", displayName: displayName ?? "" };
}

function toBytes(digits: string): Buffer {
  let value = 0n;
  for (const digit of digits) value = value * 36n + BigInt(Number.parseInt(digit, 36));
  const hex = value.toString(16);
  return Buffer.from(hex.padStart(hex.length + (hex.length % 2), "0"), "hex");
}

function createSeal(content: Buffer, secret: string): Buffer {
  return createHmac("sha256", secret).update("account").update(content).digest().subarray(0, sealLength);
}
