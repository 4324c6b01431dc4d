import { lookUp } from "#lib/look-up.ts";
import { ApiFault } from "../answers.ts";

type Token =
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

type Literal =
  | { kind: "text"; value: string }
  | { kind: "number"; value: number }
  | { kind: "boolean"; value: boolean };
export type Condition = { path: string; literal: Literal };

export type Query = {
  fields: string[];
  object: string;
  /** All of them hold. */
  conditions: Condition[];
  order: { path: string; isDescending: boolean } | null;
  limit: number | null;
};

/**
 * The part of SOQL that is played here: `SELECT a, b FROM c WHERE d = 'e' AND f.g = 1 ORDER BY h DESC LIMIT 5`.
 * @throws {ApiFault} MALFORMED_QUERY for all else
 */
export function parseSoql(soql: string): Query {
  const reader = new Reader(tokenize(soql));
  reader.expect("SELECT");
  const fields = [reader.name()];
  while (reader.takes(",")) fields.push(reader.name());
  reader.expect("FROM");
  const object = reader.name();
  const conditions: Condition[] = [];
  if (reader.takes("WHERE")) {
    do conditions.push(reader.condition());
    while (reader.takes("AND"));
  }
  const order = reader.takes("ORDER") ? reader.order() : null;
  const limit = reader.takes("LIMIT") ? reader.count() : null;
  reader.end();
  return { fields, object, conditions, order, limit };
}

class Reader {
  readonly #tokens: readonly Token[];
  #position = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  /** Goes on if the next token is this word or sign. */
  takes(text: string): boolean {
    const token = this.#tokens[this.#position];
    const isIt = token && token.kind !== "text" && token.text.toUpperCase() === text;
    if (isIt) this.#position += 1;
    return isIt === true;
  }

  expect(text: string): void {
    if (!this.takes(text)) throw this.#unexpected();
  }

  name(): string {
    return this.#next("word").text;
  }

  condition(): Condition {
    const path = this.name();
    this.expect("=");
    const token = this.#tokens[this.#position];
    this.#position += 1;
    if (token?.kind === "text") return { path, literal: { kind: "text", value: token.text } };
    if (token?.kind === "number") return { path, literal: { kind: "number", value: Number(token.text) } };
    if (token?.kind === "word" && /^(true|false)$/i.test(token.text)) {
      return { path, literal: { kind: "boolean", value: token.text.toLowerCase() === "true" } };
    }
    this.#position -= 1;
    throw this.#unexpected();
  }

  order(): NonNullable<Query["order"]> {
    this.expect("BY");
    const path = this.name();
    const isDescending = this.takes("DESC");
    if (!isDescending) this.takes("ASC");
    return { path, isDescending };
  }

  count(): number {
    const count = Number(this.#next("number").text);
    if (!Number.isInteger(count) || count < 0) throw malformed("LIMIT must be a whole number");
    return count;
  }

  end(): void {
    if (this.#position < this.#tokens.length) throw this.#unexpected();
  }

  #next(kind: Token["kind"]): Token {
    const token = this.#tokens[this.#position];
    if (token?.kind !== kind) throw this.#unexpected();
    this.#position += 1;
    return token;
  }

  #unexpected() {
    return malformed(`unexpected token: '${this.#tokens[this.#position]?.text ?? "<EOF>"}'`);
  }
}

/** @throws {ApiFault} MALFORMED_QUERY */
function tokenize(soql: string): Token[] {
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

function malformed(message: string): ApiFault {
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
