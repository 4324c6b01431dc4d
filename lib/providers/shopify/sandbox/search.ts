import { lookUp } from "#lib/look-up.ts";
import type { OrderObject, ProductObject, Stored, VariantObject } from "./shop.ts";

/** What each kind of object is found by: the filters of the `query` arguments of 2026-10. */
export const foundBy = {
  product: ({ id, data }: Stored<ProductObject>): Searchable => ({
    filters: {
      id,
      title: data.title,
      status: data.status,
      vendor: data.vendor,
      product_type: data.productType,
      created_at: data.createdAt,
      updated_at: data.updatedAt,
      sku: data.variants.map(({ sku }) => sku),
    },
    words: `${data.title} ${data.vendor} ${data.variants.map(({ sku }) => sku).join(" ")}`,
  }),
  variant: (product: Stored<ProductObject>, variant: VariantObject): Searchable => ({
    filters: {
      id: variant.id,
      product_id: product.id,
      product_status: product.data.status,
      title: variant.title,
      sku: variant.sku,
      updated_at: product.data.updatedAt,
    },
    words: `${product.data.title} ${variant.title} ${variant.sku}`,
  }),
  order: ({ id, data }: Stored<OrderObject>): Searchable => ({
    filters: {
      id,
      name: `#${data.number}`,
      created_at: data.createdAt,
      updated_at: data.updatedAt,
      processed_at: data.createdAt,
      source_identifier: data.sourceIdentifier ?? "",
      financial_status: data.financialStatus,
      fulfillment_status: data.fulfilmentStatus,
      email: data.email ?? "",
      tag: data.tags,
      sku: data.lines.map(({ sku }) => sku ?? ""),
    },
    words: `#${data.number} ${data.email ?? ""} ${data.note ?? ""}`,
  }),
};

type Term = { isNegated: boolean; field: string | null; operator: string; value: string; isPrefix: boolean };

/** What can be searched for in an object: filters by name, and the words for those who give none. */
type Searchable = { filters: Readonly<Record<string, string | readonly string[]>>; words: string };

const termForm =
  /(?<not>-)?(?:(?<field>[a-z_]+):)?(?<operator>>=|<=|>|<)?(?<value>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|(?:\\.|[^\s\\])+)/g;

/** Whether an object is found. https://shopify.dev/docs/api/usage/search-syntax */
export function isFound(query: string | null | undefined, searchable: Searchable): boolean {
  if (!query?.trim()) return true;
  const groups = query.split(/\sOR\s/);
  return groups.some((group) => readTerms(group).every((term) => isMet(term, searchable)));
}

function readTerms(group: string): Term[] {
  return [...group.matchAll(termForm)].flatMap(({ groups }) => {
    const raw = groups?.value ?? "";
    if (raw === "AND") return [];
    const isQuoted = /^["']/.test(raw);
    const isPrefix = !isQuoted && /(^|[^\\])\*$/.test(raw);
    const bare = isQuoted ? raw.slice(1, -1) : isPrefix ? raw.slice(0, -1) : raw;
    return {
      isNegated: groups?.not === "-",
      field: groups?.field ?? null,
      operator: groups?.operator ?? "=",
      value: bare.replace(/\\(.)/g, "$1"),
      isPrefix,
    };
  });
}

function isMet(term: Term, { filters, words }: Searchable): boolean {
  const isHit = term.field === null ? hasWord(words, term) : isFilterMet(term, lookUp(filters, term.field));
  return isHit !== term.isNegated;
}

/** A filter that there is not is passed over, as Shopify does. */
function isFilterMet(term: Term, held: string | readonly string[] | undefined): boolean {
  if (held === undefined) return true;
  const values = typeof held === "string" ? [held] : held;
  return values.some((value) => isValueMet(term, value));
}

function isValueMet({ operator, value: wanted, isPrefix }: Term, value: string): boolean {
  if (operator === "=") {
    const [one, other] = [plain(value), plain(wanted)];
    return isPrefix ? one.startsWith(other) : one === other;
  }
  const [one, other] = [Date.parse(value), Date.parse(wanted)];
  if (operator === ">=") return one >= other;
  if (operator === "<=") return one <= other;
  return operator === ">" ? one > other : one < other;
}

function hasWord(words: string, { value, isPrefix }: Term): boolean {
  const wanted = plain(value);
  const known = words.toLowerCase().split(/[\s,-]+/);
  if (!isPrefix && wanted.includes(" ")) return words.toLowerCase().includes(wanted);
  return [...known, ...words.toLowerCase().split(/\s+/)].some((word) =>
    isPrefix ? plain(word).startsWith(wanted) : plain(word) === wanted,
  );
}

/** `#1042` is found as 1042 too. */
function plain(text: string): string {
  return text.toLowerCase().replace(/^#/, "");
}
