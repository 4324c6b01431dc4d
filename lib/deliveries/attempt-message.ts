import type { Params } from "#lib/engine/sender.ts";

/** What an attempt came to, in a sentence. */
export function attemptMessage({ code, params }: { code: string; params: Params | null }): string {
  if (typeof params?.verbatim === "string") return params.verbatim;
  return sentences.get(code) ?? code;
}

const sentences = new Map([
  [
    "internal",
    "Patchbay had a problem of its own before it could send this. It is not your endpoint's doing.",
  ],
  [
    "payload_dropped",
    "The event is so old that what it held has been cleared away, so it cannot be sent any more.",
  ],
  ["held_too_long", "It was held for as long as Patchbay holds deliveries, and was not sent."],
]);
