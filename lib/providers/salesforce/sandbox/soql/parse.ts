import { malformed, type Token, tokensOf } from "./tokens.ts";

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
  const reader = new Reader(tokensOf(soql));
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
