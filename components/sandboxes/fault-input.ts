/**
 * What the form holds, as the verb takes it: `provider`, `kind`, `target`, `times`, and the seconds, whose field is called by what
 * they mean. What is no number becomes NaN, which the schema refuses with its words.
 */
export function faultInput(form: FormData) {
  const input = {
    provider: form.get("provider"),
    kind: form.get("kind"),
    target: form.get("target"),
    times: numberIn(form, "times"),
  };
  if (isFilled(form, "delayMs")) return { ...input, delayMs: numberIn(form, "delayMs") * 1_000 };
  if (isFilled(form, "retryAfterSeconds")) {
    return { ...input, retryAfterSeconds: numberIn(form, "retryAfterSeconds") };
  }
  return input;
}

function isFilled(form: FormData, name: string): boolean {
  return String(form.get(name) ?? "").trim() !== "";
}

function numberIn(form: FormData, name: string): number {
  return isFilled(form, name) ? Number(form.get(name)) : Number.NaN;
}
