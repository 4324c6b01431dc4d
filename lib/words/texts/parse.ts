/** A message of a catalogue, read. `plural` by a number, `select` by a text; `count` is `#`; `tag` is what a component draws. */
export type Part = string | Argument | Choice | Tag | { kind: "count" };
type Argument = { kind: "value" | "number"; name: string };
type Choice = { kind: "plural" | "select"; name: string; options: ReadonlyMap<string, readonly Part[]> };
type Tag = { kind: "tag"; name: string; parts: readonly Part[] };

/**
 * Reads ICU MessageFormat as far as our screens use it: `{name}`, `{count, number}`, `{count, plural, …}`,
 * `{kind, select, …}`, `#`, `<tag>…</tag>`, and apostrophes as quotes. A tenth of the size of a whole parser, because
 * it is part of every page; a test holds it to `intl-messageformat`.
 * @throws {Error} for what it cannot read
 * @see https://unicode-org.github.io/icu/userguide/format_parse/messages/
 */
export function parseMessage(pattern: string): readonly Part[] {
  let at = 0;
  const parts = readParts(false, null);
  if (at < pattern.length) fail("a closing brace or tag too many");
  return parts;

  function readParts(isCounting: boolean, tag: string | null): Part[] {
    const found: Part[] = [];
    let text = "";
    const flush = () => {
      if (text !== "") found.push(text);
      text = "";
    };
    while (at < pattern.length && pattern[at] !== "}" && !pattern.startsWith("</", at)) {
      const char = pattern.charAt(at);
      if (char === "'" && isQuote(isCounting)) {
        text += readQuoted();
      } else if (char === "{") {
        flush();
        found.push(readArgument(isCounting));
      } else if (char === "<" && /[a-z]/i.test(pattern.charAt(at + 1))) {
        flush();
        found.push(readTag(isCounting));
      } else if (char === "#" && isCounting) {
        flush();
        found.push({ kind: "count" });
        at += 1;
      } else {
        text += char;
        at += 1;
      }
    }
    flush();
    if (tag === null && pattern.startsWith("</", at)) fail("a closing tag too many");
    return found;
  }

  function isQuote(isCounting: boolean): boolean {
    const next = pattern.charAt(at + 1);
    return next === "'" || "{}<>".includes(next || " ") || (isCounting && next === "#");
  }

  function readQuoted(): string {
    at += 1;
    if (pattern[at] === "'") {
      at += 1;
      return "'";
    }
    let text = "";
    while (at < pattern.length) {
      const char = pattern.charAt(at);
      at += 1;
      if (char !== "'") text += char;
      else if (pattern[at] !== "'") return text;
      else {
        text += char;
        at += 1;
      }
    }
    return text;
  }

  function readArgument(isCounting: boolean): Part {
    expect("{");
    const name = readWord();
    if (pattern[at] === "}") {
      at += 1;
      return { kind: "value", name };
    }
    expect(",");
    const kind = readWord();
    if (kind === "number") {
      expect("}");
      return { kind, name };
    }
    if (kind !== "plural" && kind !== "select") return fail(`no kind of argument "${kind}"`);
    expect(",");
    const options = new Map<string, readonly Part[]>();
    skipSpace();
    while (pattern[at] !== "}") {
      const option = readWord();
      expect("{");
      options.set(option, readParts(kind === "plural" || isCounting, null));
      expect("}");
      skipSpace();
    }
    at += 1;
    if (!options.has("other")) fail(`"${name}" has no option "other"`);
    return { kind, name, options };
  }

  function readTag(isCounting: boolean): Part {
    expect("<");
    const name = readWord();
    expect(">");
    const inner = readParts(isCounting, name);
    expect("</");
    if (readWord() !== name) fail(`<${name}> is not closed`);
    expect(">");
    return { kind: "tag", name, parts: inner };
  }

  function readWord(): string {
    skipSpace();
    const [word] = /^=?[\w-]+/.exec(pattern.slice(at)) ?? [];
    if (word === undefined) return fail("a name is missing");
    at += word.length;
    skipSpace();
    return word;
  }

  function skipSpace(): void {
    while (/\s/.test(pattern.charAt(at))) at += 1;
  }

  function expect(text: string): void {
    if (!pattern.startsWith(text, at)) fail(`"${text}" is missing`);
    at += text.length;
  }

  function fail(problem: string): never {
    throw new Error(`${problem} at ${at} of "${pattern}"`);
  }
}
