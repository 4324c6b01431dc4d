/**
 * The table's own entry under a name that a caller gave, or undefined. What every object inherits (`constructor`,
 * `toString`, `__proto__`) is not an entry.
 */
export function lookUp<Value>(table: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
