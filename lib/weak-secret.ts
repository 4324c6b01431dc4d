const placeholders =
  /change.?me|placeholder|password|example|insecure|default|replace|your.?(secret|key)|(my|top|super)?.?secret|do.?not.?use/i;

/**
 * Why a secret could be guessed, or undefined when it shows no sign of that.
 * It finds what people type in for the time being; it does not measure entropy.
 */
export function findWeakness(secret: string): string | undefined {
  if (new Set(secret).size < 8) return "repeats a few characters";
  if (/^(.{1,16})\1+(.{0,15})$/s.test(secret)) return "repeats itself";
  if (isMostlySequence(secret)) return "is a sequence";
  if (placeholders.test(secret)) return "is a placeholder";
  return undefined;
}

/** Such as 0123456789abcdef…, where most characters follow on the one before. */
function isMostlySequence(text: string): boolean {
  const codes = [...text].map((character) => character.codePointAt(0) ?? 0);
  const steps = codes.filter((code, index) => index > 0 && code - (codes[index - 1] ?? code) === 1).length;
  return steps > text.length / 2;
}
