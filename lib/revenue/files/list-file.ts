import type { Ctx } from "#lib/auth/context.ts";
import { type CsvCell, csvPieces } from "#lib/csv/csv-text.ts";
import { say } from "#lib/failures/say.ts";
import { Turns } from "#lib/limits/turns.ts";
import type { Page } from "#lib/listing/page.ts";
import { type FileCode, headingText } from "#lib/words/file-text.ts";

/** Rows that are read, and held, at a time. */
const rowsAPage = 500;

type Asked = { limit: number; cursor: string | undefined };

type ListFile<Item> = {
  /** The merchant's time zone, which headings name. */
  zone: string;
  heading: readonly FileCode[];
  readPage: (asked: Asked) => Promise<Page<Item>>;
  readRows: (item: Item) => readonly (readonly CsvCell[])[];
};

declare global {
  // Next bundles this module more than once; all files of a process take turns together.
  var patchbayFileTurns: Turns | undefined;
}

/**
 * A list as a file for spreadsheets, however long it is: it is read page by page, as fast as whoever asked takes it, and
 * no transaction outlives its page. The first page is read before the file begins, so what is refused is refused in its
 * place. Of a merchant two pages are read at a time.
 * @throws {AppError} what reading a page throws; 429 where too many files of the merchant's wait
 */
export async function listFile<Item>(
  { merchantId, locale }: Ctx,
  { zone, heading, readPage, readRows }: ListFile<Item>,
): Promise<AsyncIterable<string>> {
  globalThis.patchbayFileTurns ??= new Turns({
    atOnce: 2,
    patienceMs: 60_000,
    waiting: 20,
    refusal: say("problem_files_of_merchant"),
  });
  const turns = globalThis.patchbayFileTurns;
  const read = (cursor: string | undefined) =>
    turns.run(merchantId, () => readPage({ limit: rowsAPage, cursor }));
  const first = await read(undefined);
  async function* pages() {
    for (let page = first; ; page = await read(page.nextCursor)) {
      yield page.data.flatMap(readRows);
      if (page.nextCursor === null) return;
    }
  }
  return csvPieces(headingText(heading, { zone }, locale), pages());
}
