import { lookUp } from "#lib/look-up.ts";
import { ApiFault } from "../answers.ts";

export type Token =
  | { kind: "word"; text: string }
  | { kind: "text"; text: string }
  | { kind: "number"; text: string }
  | { kind: "sign"; text: string };

/** https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_select_quotedstringescapes.htm */
const escapes: Readonly<Record<string, string>> = {
  n: "\n",
  r: "\r",
  t: "\t",
  b: "\b",
  f: "\f",
  '"': '"',
  "'": "'",
  "\\": "\\",
};

const patterns = [
  { kind: "word", form: /[A-Za-z_][A-Za-z0-9_]*(?:\.[A-Za-z_][A-Za-z0-9_]*)*/y },
  { kind: "number", form: /-?\d+(?:\.\d+)?/y },
  { kind: "text", form: /'(?:[^'\\\n\r]|\\.)*'/y },
  { kind: "sign", form: /[=,()<>!]/y },
] as const;

/** @throws {ApiFault} MALFORMED_QUERY */
export function tokensOf(soql: string): Token[] {
  const tokens: Token[] = [];
  let position = 0;
  while (position < soql.length) {
    const space = /\s*/y;
    space.lastIndex = position;
    position += space.exec(soql)?.[0].length ?? 0;
    if (position >= soql.length) break;
    const token = tokenAt(soql, position);
    if (!token) throw malformed(`unexpected token: '${soql.slice(position, position + 20)}'`);
    tokens.push({ kind: token.kind, text: token.kind === "text" ? unescaped(token.source) : token.source });
    position += token.source.length;
  }
  return tokens;
}

export function malformed(message: string): ApiFault {
  return new ApiFault(400, "MALFORMED_QUERY", message);
}

function tokenAt(soql: string, position: number) {
  for (const { kind, form } of patterns) {
    const pattern = new RegExp(form.source, form.flags);
    pattern.lastIndex = position;
    const source = pattern.exec(soql)?.[0];
    if (source !== undefined) return { kind, source };
  }
  return null;
}

function unescaped(literal: string): string {
  return literal.slice(1, -1).replace(/\\(u[0-9A-Fa-f]{4}|.)/g, (whole, code: string) => {
    if (code.length === 5) return String.fromCharCode(Number.parseInt(code.slice(1), 16));
    const character = lookUp(escapes, code.toLowerCase()) ?? lookUp(escapes, code);
    if (character === undefined)
      throw malformed(`Invalid string literal '${whole}'. Illegal character sequence`);
    return character;
  });
}
