import { hasWord, toSearchForm, typedWords } from "#lib/search/words.ts";
import type { NavItem } from "./navigation.ts";
import type { ShellCommand } from "./shell-command.ts";

/** The lines of the command menu for a text, in the order in which they stand. */
interface FoundLines {
  /** Pages, commands and apps that the text names. */
  pages: readonly ShellCommand[];
  /** Whether the text can be looked for; the line stands behind the pages and before everything else. */
  hasSearch: boolean;
  /** The merchant's own things that have the words of the text in their names. */
  things: readonly ShellCommand[];
}

/**
 * Finds lines by the words of their labels and hints, each at its start; ids are found only as a whole. "1042" is
 * thereby an order to look for, not a webhook whose id holds these digits.
 */
export function findLines(
  text: string,
  items: readonly NavItem[],
  commands: readonly ShellCommand[],
): FoundLines {
  const pages = items.map((item): ShellCommand => ({ ...item, id: item.href, kind: "page" }));
  const all = [...pages, ...commands];
  const words = typedWords(text);
  if (words.length === 0) {
    const isShown = ({ kind }: ShellCommand) => kind !== "app";
    return { pages, hasSearch: false, things: commands.filter(isShown) };
  }
  const named = all.filter(
    (line) => line.kind !== "thing" && words.every((word) => hasWord([line.label], word)),
  );
  const others = all.filter((line) => !named.includes(line) && isFound(line, words, text));
  return {
    pages: named.toSorted((left, right) => rank(left, text) - rank(right, text)),
    hasSearch: true,
    things: others,
  };
}

function isFound(line: ShellCommand, words: readonly string[], text: string): boolean {
  const texts = [line.label, line.hint ?? "", ...(line.keywords ?? [])];
  return words.every((word) => hasWord(texts, word)) || (line.ids ?? []).includes(text.trim());
}

/** The line that is called just so, then those that begin so. */
function rank({ label }: ShellCommand, text: string): number {
  const [form, wanted] = [toSearchForm(label), toSearchForm(text)];
  if (form === wanted) return 0;
  return form.startsWith(wanted) ? 1 : 2;
}
