/** Sentences of one text, one after the other, each a message of its own; what is not said is left out. */
export function joinSentences(...sentences: readonly (string | null | false)[]): string {
  return sentences.filter(Boolean).join(" ");
}
