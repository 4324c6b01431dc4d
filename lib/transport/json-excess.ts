import { maxDepth, maxValues } from "#lib/plain-data.ts";

const quote = 0x22;
const backslash = 0x5c;
const comma = 0x2c;
const openers = new Set([0x5b, 0x7b]);
const closers = new Set([0x5d, 0x7d]);

/**
 * Whether a text of JSON, before it is read, goes past what any input here needs. One pass, no matter how it is nested;
 * that it is JSON at all is for the parser to say.
 */
export function jsonExcess(text: string): "depth" | "count" | null {
  let depth = 0;
  let count = 1;
  let isInText = false;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (isInText) {
      if (unit === backslash) index += 1;
      else if (unit === quote) isInText = false;
    } else if (unit === quote) {
      isInText = true;
    } else if (openers.has(unit)) {
      depth += 1;
      count += 1;
      if (depth > maxDepth) return "depth";
    } else if (closers.has(unit)) {
      depth -= 1;
    } else if (unit === comma) {
      count += 1;
    }
    if (count > maxValues) return "count";
  }
  return null;
}
