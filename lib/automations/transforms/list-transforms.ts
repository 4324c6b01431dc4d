import type { Json } from "#lib/automations/mapping/mapping-schema.ts";
import { ownAt } from "#lib/automations/mapping/own-at.ts";
import { followPath } from "#lib/automations/shapes/follow-path.ts";
import { shapeOfType } from "#lib/automations/shapes/shape.ts";
import {
  type Applied,
  type Behaviour,
  isList,
  isRecord,
  made,
  missing,
  surely,
  wrongType,
} from "./behaviour.ts";
import { shownAmount } from "./decimal-amount.ts";
import { plainNumber } from "./plain-number.ts";

const notExact: Applied = { kind: "problem", code: "mapping_not_exact" };

export const first: Behaviour<"first"> = {
  takes: ["list"],
  gives: (source) => ({
    shape: source.item ?? shapeOfType("any"),
    mayBeMissing: source.minItems === 0 || (source.item?.isNullable ?? true),
  }),
  apply: (value) => {
    if (!isList(value)) return wrongType("list");
    const [item] = value;
    return item === undefined || item === null ? missing : made(item);
  },
};

export const count: Behaviour<"count"> = {
  takes: ["list"],
  gives: () => surely(shapeOfType("integer")),
  apply: (value) => (isList(value) ? made(value.length) : wrongType("list")),
};

/** One whole number of each line, added up. Where a line lacks it, the sum is not known. */
export const sum: Behaviour<"sum"> = {
  takes: ["list"],
  gives: (source, { path }) => {
    const found = source.item ? followPath(source.item, path) : null;
    if (found === null || (found.shape.type !== "integer" && found.shape.type !== "any")) return null;
    return {
      shape: shapeOfType("integer", { meaning: found.shape.meaning }),
      mayBeMissing: found.mayBeMissing,
    };
  },
  apply: (value, { path }) => {
    if (!isList(value)) return wrongType("list");
    let total = 0;
    for (const line of value) {
      const part = ownAt(line, path);
      if (part === undefined || part === null) return missing;
      if (typeof part !== "number") return wrongType("integer");
      total += part;
      if (!Number.isSafeInteger(part) || !Number.isSafeInteger(total)) return notExact;
    }
    return made(total);
  },
};

/** Order lines as a text: 2 × Margherita (€25.00). */
export const linesText: Behaviour<"lines_text"> = {
  takes: ["lines"],
  gives: (source) => surely(shapeOfType("text", { minLength: Math.min(1, source.minItems) })),
  apply: (value, { shows, separator, prices }, context) => {
    if (!isList(value)) return wrongType("lines");
    const texts: string[] = [];
    for (const line of value) {
      const read = readLine(line);
      if (read === null) return wrongType("lines");
      const { name, quantity, totalAmount } = read;
      const text = shows === "name" ? name : `${plainNumber(quantity)} × ${name}`;
      if (prices === undefined || totalAmount === null) {
        texts.push(text);
        continue;
      }
      if (!Number.isSafeInteger(totalAmount)) return notExact;
      const currency = context.findCurrency(prices, line, line);
      if (currency === undefined) return { kind: "problem", code: "mapping_no_currency" };
      texts.push(`${text} (${shownAmount(totalAmount, currency, context.locale)})`);
    }
    return made(texts.join(separator));
  },
};

type Line = { name: string; quantity: number; totalAmount: number | null };

/** A line keeps to one line, whatever its name holds. */
function readLine(line: Json): Line | null {
  if (!isRecord(line)) return null;
  const { name, quantity, totalAmount } = line;
  if (typeof name !== "string" || typeof quantity !== "number") return null;
  return {
    name: name.replaceAll(/\s+/g, " ").trim(),
    quantity,
    totalAmount: typeof totalAmount === "number" ? totalAmount : null,
  };
}
