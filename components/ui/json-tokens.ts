export type JsonTokenKind = "key" | "string" | "number" | "literal" | "punctuation" | "plain";

interface JsonToken {
  kind: JsonTokenKind;
  text: string;
}

const pattern =
  /(?<string>"(?:[^"\\\n]|\\.)*")(?<colon>\s*:)?|(?<number>-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|(?<literal>\b(?:true|false|null)\b)|(?<punctuation>[{}[\],:])/g;

/** Splits JSON, whole or cut off, into coloured parts. Joined again they are the text, character for character. */
export function jsonTokens(text: string): JsonToken[] {
  const tokens: JsonToken[] = [];
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    if (match.index > end) tokens.push({ kind: "plain", text: text.slice(end, match.index) });
    const { string, colon, number, literal } = match.groups ?? {};
    if (string !== undefined) {
      tokens.push({ kind: colon === undefined ? "string" : "key", text: string });
      if (colon !== undefined) tokens.push({ kind: "punctuation", text: colon });
    } else if (number !== undefined) {
      tokens.push({ kind: "number", text: number });
    } else {
      tokens.push({ kind: literal === undefined ? "punctuation" : "literal", text: match[0] });
    }
    end = match.index + match[0].length;
  }
  if (end < text.length) tokens.push({ kind: "plain", text: text.slice(end) });
  return tokens;
}

/**
 * Lays JSON out over lines, two spaces a level. Works on the text and not on parsed values, so long numbers,
 * repeated keys and escapes stay as they were sent. Text that is not JSON comes back unchanged.
 */
export function indentJson(text: string): string {
  if (!isJson(text)) return text;
  let depth = 0;
  let out = "";
  const parts = jsonTokens(text).filter((token) => token.kind !== "plain");
  for (const [index, { kind, text: part }] of parts.entries()) {
    const mark = kind === "punctuation" ? part.trim() : "";
    const next = parts[index + 1]?.text;
    if (mark === "{" || mark === "[") {
      const isEmpty = next === (mark === "{" ? "}" : "]");
      depth += 1;
      out += isEmpty ? mark : `${mark}${newLine(depth)}`;
    } else if (mark === "}" || mark === "]") {
      depth -= 1;
      out += out.endsWith("{") || out.endsWith("[") ? mark : `${newLine(depth)}${mark}`;
    } else if (mark === ",") {
      out += `,${newLine(depth)}`;
    } else {
      out += mark === ":" ? ": " : part;
    }
  }
  return out;
}

function newLine(depth: number): string {
  return `\n${"  ".repeat(depth)}`;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
