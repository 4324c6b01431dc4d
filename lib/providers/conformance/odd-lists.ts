import { expect, test } from "vitest";
import { toProviderError } from "#lib/integrations/calls/to-provider-error.ts";
import { render } from "#lib/words/render.ts";
import type { Call } from "../contract/call.ts";
import type { Provider } from "../contract/provider.ts";
import { type UnreadReason, unreadMessage } from "../contract/unread.ts";
import type { ProviderTest } from "../testing/provider-test.ts";
import { type Answers, recordingCall, replayingCall } from "./replay.ts";
import { type Path, pathsIn, pathsOutside, recordListsIn, spoilingsAt, valueAt, without } from "./spoil.ts";

/** A page of a list or of a copy, as both are read. */
type Page = { ids: string[]; items: unknown[]; unread: number; faults: number; nextCursor: string | null };
type Reader = (call: Call) => Promise<Page>;

/** What is no field of a record but of the protocol around it: another value there is another answer. */
const protocol = /^(?:ok|error|errors|httpStatusCode|referenceId)$/;
/**
 * Where absence is what leaves a record out: a tab without a grid has no cells, a pipeline may have no stages and an
 * object no fields.
 */
const leavesOut = /gridProperties$|^stages$|^body\.fields$/;

/** Each list and each copy of a provider, with one record spoiled in each of many ways. */
export function testOddLists(provider: Provider, scene: () => ProviderTest): void {
  for (const [name, resource] of Object.entries(provider.resources)) {
    testReader(provider, `the list ${name}`, scene, async (call) => {
      const page = await resource.list(call, { cursor: null, limit: 100 });
      const ids = page.items.map(({ id }) => id);
      return { ...page, ids, unread: page.unread.length, faults: faultsIn(page.unread) };
    });
  }
  for (const [kind, source] of Object.entries(provider.sync)) {
    testReader(provider, `the copy of ${kind}s`, scene, async (call) => {
      const { records, unread, nextCursor } = await source.page(call, { cursor: null, since: null });
      const ids = records.map(({ externalId }) => externalId);
      return { ids, items: records, unread: unread.length, faults: faultsIn(unread), nextCursor };
    });
  }
}

function faultsIn(unread: readonly UnreadReason[]): number {
  for (const reason of unread) expect(render(unreadMessage(reason))).toMatch(/^(?:“|[A-Z]).*\.$/);
  return unread.filter(({ code }) => code === "not_understood").length;
}

function testReader(provider: Provider, name: string, scene: () => ProviderTest, read: Reader): void {
  test(`${name} comes through, but for the one record that is odd`, { timeout: 240_000 }, async () => {
    const answers: Answers = new Map();
    const call = scene().call();
    const plain = await read(recordingCall(call, answers));
    const readWith = (key: string, document: unknown, status?: number) => {
      const answer = answers.get(key);
      if (!answer) throw new Error("There is no such answer.");
      const text = JSON.stringify(document);
      const spoiled = new Map(answers).set(key, { ...answer, text, status: status ?? answer.status });
      return reading(provider, read(replayingCall(call, spoiled)));
    };
    expect(await reading(provider, read(replayingCall(call, answers)))).toEqual(plain);
    expect(plain.unread).toBe(0);
    expect(plain.items.length).toBeGreaterThan(0);
    for (const [key, { text }] of answers) {
      const document: unknown = JSON.parse(text);
      const lists = recordListsIn(document);
      if (lists.length === 0) expect((await readWith(key, { odd: true }, 500)).ids).toEqual(plain.ids);
      for (const path of pathsOutside(document).filter((one) => !protocol.test(String(one.at(-1))))) {
        await testOutside(document, path, lists, plain, (changed) => readWith(key, changed));
      }
      for (const list of lists) {
        await testRecord(document, list, plain, (changed) => readWith(key, changed));
      }
    }
  });
}

/** What stands around the records decides at most where the list goes on. */
async function testOutside(
  document: unknown,
  path: Path,
  lists: readonly Path[],
  plain: Page,
  readWith: (document: unknown) => Promise<Page>,
): Promise<void> {
  const holdsList = lists.some((list) => path.every((part, index) => list[index] === part));
  for (const { name, isSame, document: changed } of spoilingsAt(document, path)) {
    if (holdsList && !isSame) continue;
    const page = await readWith(changed);
    expect(page.ids, name).toEqual(plain.ids);
  }
}

async function testRecord(
  document: unknown,
  list: Path,
  plain: Page,
  readWith: (document: unknown) => Promise<Page>,
): Promise<void> {
  const records = valueAt(document, list);
  if (!Array.isArray(records)) return;
  const at: Path = [...list, Math.floor((records.length - 1) / 2)];
  const others = (await readWith(without(document, at))).ids;
  const isWanted = others.length < plain.ids.length;
  const record = valueAt(document, at);
  const paths = [[], ...pathsIn(record)].filter((path) => !protocol.test(String(path.at(-1))));
  for (const path of paths) {
    for (const spoiling of spoilingsAt(document, [...at, ...path])) {
      const page = await readWith(spoiling.document);
      const { name } = spoiling;
      expect(page.ids, name).toEqual(expect.arrayContaining(others));
      expect(page.nextCursor, name).toBe(plain.nextCursor);
      expect(page.faults, `${name}: a value that nobody expected`).toBe(0);
      if (spoiling.isSame)
        expect({ ids: page.ids, unread: page.unread }, name).toEqual({ ids: plain.ids, unread: 0 });
      const isRead = page.ids.length >= plain.ids.length || page.unread > 0 || leavesOut.test(path.join("."));
      expect(isRead || !isWanted, `${name}: neither read nor kept as unread`).toBe(true);
    }
  }
  const extra = { plugin_extra: { any: ["thing"] }, constructor: 1, "": null };
  const grown = structuredClone(document);
  Object.assign(Object(valueAt(grown, at)), extra);
  expect(await readWith(grown), "with what a plugin adds").toEqual(plain);
}

async function reading(provider: Provider, page: Promise<Page>): Promise<Page> {
  try {
    return await page;
  } catch (error) {
    throw new Error(`${provider.id} gave up: ${String(toProviderError(provider, error)?.detail ?? error)}`, {
      cause: error,
    });
  }
}
