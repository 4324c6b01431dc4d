import { createHash } from "node:crypto";
import { z } from "zod";
import { storable } from "#lib/text.ts";
import { isSerious, ProviderError } from "../contract/provider-error.ts";
import type { Unread } from "../contract/unread.ts";
import { id as idSchema } from "./lenient.ts";
import { noId, notAnObject, whyUnread } from "./why-unread.ts";

export type Reading<Item> = { items: Item[]; unread: Unread[] };

/** By which fields of a record it is known while nothing else of it can be read. */
export type KnownBy = {
  id: string;
  /** A field that names the record and no person. */
  label?: string;
};

const maxLabelLength = 120;

/**
 * Reads records one by one: one that cannot be read is kept as unread with its reason, and the others come through.
 * @param read makes an item of a record, or null of one that is not wanted; throws where it cannot be read
 */
export function readEach<Item>(
  records: readonly unknown[],
  known: KnownBy,
  read: (record: unknown) => Item | null,
): Reading<Item> {
  const items: Item[] = [];
  const unread: Unread[] = [];
  for (const record of records) {
    try {
      const item = read(record);
      if (item !== null) items.push(item);
    } catch (error) {
      if (error instanceof ProviderError) throw error;
      unread.push(unreadRecord(record, known, error));
    }
  }
  return { items, unread };
}

/** A record that reading threw for. */
export function unreadRecord(record: unknown, known: KnownBy, error: unknown): Unread {
  const fingerprint = createFingerprint(record);
  if (typeof record !== "object" || record === null || Array.isArray(record)) {
    return { ...notAnObject(record), externalId: null, label: null, fingerprint };
  }
  const read = idSchema.safeParse(getField(record, known.id));
  const externalId = read.success ? read.data : null;
  const why = externalId === null && isAbout(error, known.id) ? noId : whyUnread(record, error);
  return { ...why, externalId, label: readLabel(record, known), fingerprint };
}

/**
 * What belongs to a record and has to be asked for on its own: where the provider refuses it, that record alone is unread.
 * @throws {ProviderError} for what concerns the account as a whole
 */
export async function readPart<Item>(
  of: { externalId: string; label: string },
  reading: Promise<Reading<Item>>,
): Promise<Reading<Item>> {
  try {
    return await reading;
  } catch (error) {
    if (!(error instanceof ProviderError) || isSerious(error)) throw error;
    const { externalId, label } = of;
    const why = { code: "refused", field: "", params: { ...error.params, because: error.code } } as const;
    return {
      items: [],
      unread: [{ ...why, externalId, label: label || null, fingerprint: createFingerprint(of) }],
    };
  }
}

function isAbout(error: unknown, field: string): boolean {
  return error instanceof z.ZodError && error.issues[0]?.path[0] === field;
}

function readLabel(record: object, { label }: KnownBy): string | null {
  const found = label === undefined ? undefined : getField(record, label);
  if (typeof found !== "string" || found.trim() === "") return null;
  return storable(found).trim().slice(0, maxLabelLength);
}

function getField(record: object, name: string): unknown {
  return Object.hasOwn(record, name) ? Reflect.get(record, name) : undefined;
}

function createFingerprint(record: unknown): string {
  return createHash("sha256").update(writtenAsText(record)).digest("base64url").slice(0, 22);
}

function writtenAsText(record: unknown): string {
  try {
    return JSON.stringify(record) ?? "undefined";
  } catch {
    // Nested too deeply to be written; what is so has no form of its own.
    return "too deep";
  }
}
