import { type JsonTokenKind, jsonTokens } from "./json-tokens.ts";

const tokenStyles = {
  key: "text-code-key",
  string: "text-code-string",
  number: "text-code-number",
  literal: "text-code-literal",
  punctuation: "text-code-punctuation",
  plain: undefined,
} as const satisfies Record<JsonTokenKind, string | undefined>;

/** JSON with its parts coloured. */
export function JsonText({ json }: { json: string }) {
  return jsonTokens(json).map((token, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: tokens of one text never move
    <span key={index} className={tokenStyles[token.kind]}>
      {token.text}
    </span>
  ));
}
