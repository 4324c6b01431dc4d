/**
 * The parameters that a message needs, read from its pattern: `{name}` is a text or a number, `{count, plural, …}` and
 * `{count, number}` a number, `{kind, select, …}` a text.
 */
export type ParamsOf<Pattern extends string, Value = string | number> = Read<
  Pattern,
  readonly ["text"],
  unknown,
  Value
>;

/** The tags of a message: `<link>…</link>`. */
export type TagsOf<Pattern extends string> = Pattern extends `${string}</${infer Tag}>${infer Rest}`
  ? Tag | TagsOf<Rest>
  : never;

/** Where a brace opens within the options of an argument, it opens an option's text; anywhere else, an argument. */
type Read<
  S extends string,
  In extends readonly string[],
  Found,
  Value,
> = S extends `${infer Before}{${infer After}`
  ? Before extends `${infer Head}}${infer Rest}`
    ? Close<`${Rest}{${After}`, In, Found, Value, Head>
    : In extends readonly ["options", ...string[]]
      ? Read<After, readonly ["text", ...In], Found, Value>
      : Open<After, In, Found, Value>
  : S extends `${string}}${infer Rest}`
    ? Close<Rest, In, Found, Value, "">
    : Found;

type Close<S extends string, In extends readonly string[], Found, Value, _> = In extends readonly [
  string,
  ...infer Outer extends readonly string[],
]
  ? Read<S, Outer, Found, Value>
  : Found;

type Open<S extends string, In extends readonly string[], Found, Value> =
  UpTo<S> extends readonly [infer Name extends string, ",", infer Rest extends string]
    ? Trim<Rest> extends `number${infer More}`
      ? Read<More, readonly ["argument", ...In], Found & { [N in Trim<Name>]: number }, Value>
      : Trim<Rest> extends `plural${infer More}`
        ? Read<More, readonly ["options", ...In], Found & { [N in Trim<Name>]: number }, Value>
        : Trim<Rest> extends `select${infer More}`
          ? Read<More, readonly ["options", ...In], Found & { [N in Trim<Name>]: string }, Value>
          : Found
    : S extends `${infer Name}}${infer Rest}`
      ? Read<Rest, In, Found & { [N in Trim<Name>]: Value }, Value>
      : Found;

/** Name and rest where a comma comes before the closing brace. */
type UpTo<S extends string> = S extends `${infer Name},${infer Rest}`
  ? Name extends `${string}}${string}`
    ? null
    : readonly [Name, ",", Rest]
  : null;

type Trim<S extends string> = S extends ` ${infer Rest}` | `${infer Rest} ` ? Trim<Rest> : S;
