const digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const checkLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";

/** Of the pod on which the sandbox's orgs live. */
const pod = "5g0";

/**
 * An id of 18 characters: key prefix, pod, number, and three that check the case of the others.
 * https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/field_types.htm
 */
export function recordId(keyPrefix: string, number: number): string {
  const short = `${keyPrefix}${pod}${toBase62(number).padStart(15 - keyPrefix.length - pod.length, "0")}`;
  return `${short}${checkOfId(short)}`;
}

function toBase62(number: number): string {
  const rest = Math.floor(number / digits.length);
  return `${rest > 0 ? toBase62(rest) : ""}${digits[number % digits.length] ?? ""}`;
}

/** A letter for each five characters: which of them are upper case, as bits, the first one lowest. */
export function checkOfId(short: string): string {
  return [0, 5, 10]
    .map((start) => {
      const bits = [...short.slice(start, start + 5)].map((letter) => (/[A-Z]/.test(letter) ? 1 : 0));
      return checkLetters[bits.reduce<number>((sum, bit, index) => sum + bit * 2 ** index, 0)] ?? "A";
    })
    .join("");
}
