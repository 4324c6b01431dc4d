import { Refused } from "../../sandbox-kit/api.ts";
import { driveError } from "./answers.ts";
import { type Spreadsheet, spreadsheetType } from "./spreadsheet.ts";

type Token = { kind: "word" | "text" | "sign"; value: string };
type Test = (spreadsheet: Spreadsheet) => boolean;

const tokenForm = /\s*(?:'((?:[^'\\]|\\.)*)'|([A-Za-z]+)|(!=|[={}]))/y;

/**
 * Reads a search for files, as far as it is played: terms joined by `and`.
 * https://developers.google.com/workspace/drive/api/guides/ref-search-terms
 * @throws {Refused} 400 for any other
 */
export function readSearch(q: string): Test {
  const tokens = tokenize(q);
  const tests: Test[] = [];
  let position = 0;
  const next = () => tokens[position++];
  const expect = (value: string) => {
    const token = next();
    if (token?.kind === "text" || token?.value !== value) throw invalidSearch();
  };
  const text = () => {
    const token = next();
    if (token?.kind !== "text") throw invalidSearch();
    return token.value;
  };
  const readTerm = (): Test => {
    const term = next();
    const operator = next();
    if (term?.kind !== "word") throw invalidSearch();
    switch (`${term.value} ${operator?.value}`) {
      case "name contains":
        return matchesWords(text());
      case "name =": {
        const name = text();
        return (file) => file.name === name;
      }
      case "mimeType =": {
        const type = text();
        return () => type === spreadsheetType;
      }
      case "trashed =": {
        const value = next()?.value;
        if (value !== "true" && value !== "false") throw invalidSearch();
        return (file) => file.trashed === (value === "true");
      }
      case "appProperties has":
        return readProperty();
      default:
        throw invalidSearch();
    }
  };
  const readProperty = (): Test => {
    for (const value of ["{", "key", "="]) expect(value);
    const key = text();
    for (const value of ["and", "value", "="]) expect(value);
    const value = text();
    expect("}");
    return (file) => file.appProperties[key] === value;
  };
  while (position < tokens.length) {
    if (tests.length > 0) expect("and");
    tests.push(readTerm());
  }
  return (file) => tests.every((test) => test(file));
}

/** A name is found by how its words begin, not by what is within them. */
function matchesWords(part: string): Test {
  const sought = part.toLowerCase();
  return ({ name }) =>
    [...name.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu)].some(({ index }) =>
      name.toLowerCase().startsWith(sought, index),
    );
}

function tokenize(q: string): Token[] {
  const tokens: Token[] = [];
  const rest = q.trimEnd();
  tokenForm.lastIndex = 0;
  while (tokenForm.lastIndex < rest.length) {
    const found = tokenForm.exec(rest);
    if (!found) throw invalidSearch();
    const [, text, word, sign] = found;
    if (text !== undefined) tokens.push({ kind: "text", value: text.replace(/\\(.)/g, "$1") });
    else tokens.push({ kind: word === undefined ? "sign" : "word", value: word ?? sign ?? "" });
  }
  return tokens;
}

function invalidSearch(): Refused {
  return invalidValue("q");
}

export function invalidValue(location: string): Refused {
  return new Refused(driveError(400, { reason: "invalid", message: "Invalid Value", location }));
}
