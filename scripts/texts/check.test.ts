import { describe, expect, test } from "vitest";
import { misused, unreadable } from "./check.ts";
import { findOutside } from "./outside.ts";
import { findRefusals } from "./refusals.ts";
import { findUses } from "./uses.ts";

/** What stands between per cent signs is put into a template. */
const templated = (source: string) =>
  source.replace(/%(\w+)%/g, (_, name: string) => ["$", `{${name}}`].join(""));
const outside = (source: string) => findOutside("components/x.tsx", templated(source)).length;

describe("a text outside of catalogues", () => {
  test.each([
    "<p>Nothing here</p>",
    "<p>{count} orders</p>",
    "<button aria-label='Close' />",
    "<Card title='Orders' />",
    "<Input placeholder={'Your name'} />",
    "<Field help={`At least %least% characters`} />",
    "<b>{isDone && 'done'}</b>",
    "<List items={[{ key: 'Last error', value: at }]} />",
    "const options = [{ value: 'a', label: 'automatic' }]",
    "const words = { paused: 'By hand' }",
    "function say(n: number) { return `It fails in %n% days.` }",
    "toast('Nothing was saved')",
    "const name = given ?? 'New automation'",
    "const all = `%a%` + ' and more of them'",
    "setError('Type the value again')",
    "const titles = { code: 'QR codes' }",
    "const id = reference.describe('Your id of the order')",
    "const refunds = { title: 'Tell the team of the refund', action: 'send-message' }",
    "const note = otherwise('none given')",
  ])("%s is found", (source) => {
    expect(outside(source)).toBe(1);
  });

  test("is named with its line", () => {
    expect(findOutside("components/x.tsx", "const a = 1;\n\nconst b = <p>\n  Two\n  lines\n</p>;")).toEqual([
      'components/x.tsx:3: "Two lines" stands in no catalogue',
    ]);
  });

  test.each([
    "import { a } from 'two words'",
    "<div className='grid gap-4 text-muted' />",
    "<div className={cn('flex items-center', isWide && 'w-full')} />",
    "<a href={`/webhooks/%id%/edit`}>{name}</a>",
    "<p>{t('title')}</p>",
    "<p>{one} · {other}</p>",
    "<Input id={`%id%-error`} name='description' />",
    "if (status === 'Not found') go()",
    "throw new Error('this is for the log')",
    "type State = 'Not yet' | 'Too late'",
    "switch (a) { case 'Two words': break }",
    "params.get('two words')",
    "const row = table['two words']",
    "logger.warn('use of a session not noted')",
    "const key = { 'two words': 1 }",
    "const orderPaid = { example: { note: 'No onions, please' } }",
    "<b>Patchbay</b>",
  ])("%s is none", (source) => {
    expect(outside(source)).toBe(0);
  });
});

describe("what a schema says of a wrong field", () => {
  const said = (source: string) => findRefusals("lib/x/schema.ts", source).length;
  test.each([
    "z.string().min(1, 'is needed')",
    "const when = z.string().regex(/x/, 'must be a day')",
    "z.object({}).refine(isRight, { message: 'must be one of the two' })",
    "check.addIssue({ path: ['a'], message: 'is not right' })",
  ])("%s is found", (source) => {
    expect(said(source)).toBe(1);
  });

  test.each([
    "z.string().min(1, saidParam(say('field_needed')))",
    "z.string().describe('The day of the report')",
    "text.includes('two words') ? 1 : 2",
  ])("%s is none", (source) => {
    expect(said(source)).toBe(0);
  });
});

describe("the catalogues", () => {
  const catalogues = new Map([["orders", { title: "Orders", count: "{count, plural, other {#}}" }]]);
  const uses = (source: string) =>
    findUses("app/x.tsx", `import { orders as t } from "#lib/words/en/screens/orders.ts";\n${source}`);
  const both = 'function A() { return [t("title"), t.rich("count", { count })] }';

  test("hold what is asked for, and nothing else", () => {
    expect(misused(catalogues, uses(both))).toEqual([]);
    const inPieces = 'const a = () => [t("title"), ...t.parts("count", { count })]';
    expect(misused(catalogues, uses(inPieces))).toEqual([]);
    expect(misused(catalogues, uses('const a = () => t("title")'))).toEqual([
      "orders.count is shown nowhere",
    ]);
  });

  test("are not asked as a file loads, and by keys that are written out", () => {
    expect(misused(catalogues, uses(`${both}\nconst title = t("title")`))).toEqual([
      expect.stringContaining("app/x.tsx:3: a text is asked for as the file loads"),
    ]);
    expect(misused(catalogues, uses(`${both}\nconst b = (key) => t(key)`))).toEqual([
      expect.stringContaining("app/x.tsx:3: the key of a text is written out"),
    ]);
  });

  test.each(["{count", "{count, plural, one {#}}", "<b>bold"])("hold no %s", (pattern) => {
    expect(unreadable(new Map([["orders", { title: pattern }]]))).toEqual([
      expect.stringMatching(/^orders\.title cannot be read: /),
    ]);
  });
});
