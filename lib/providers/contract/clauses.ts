import type { Param, Params } from "#lib/failures/message.ts";

const most = 3;

/**
 * Up to three things that one message tells of, as the parameters `field1`, `remark1`, `field2` and so on, and how many
 * there are as `count`.
 */
export function numbered(items: readonly Readonly<Record<string, Param>>[]): Params {
  const told = items.slice(0, most);
  const params = told.flatMap((item, index) =>
    Object.entries(item).map(([name, value]) => [`${name}${index + 1}`, value] as const),
  );
  return { ...Object.fromEntries(params), count: told.length };
}

/** The same in ICU MessageFormat. @param clause of the thing with that number */
export function upToThree(clause: (number: number) => string, between: string): string {
  const third = `{count, select, 3 {${between}${clause(3)}} other {}}`;
  return `${clause(1)}{count, select, 1 {} other {${between}${clause(2)}}}${third}`;
}

/** A choice among names, in ICU MessageFormat. @param other what is said of a name that is none of these */
export function choice(param: string, names: Readonly<Record<string, string>>, other: string): string {
  const options = Object.entries(names).map(([name, words]) => `${name} {${words}}`);
  return `{${param}, select, ${options.join(" ")} other {${other}}}`;
}
