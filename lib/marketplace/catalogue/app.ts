import type { Category } from "#lib/providers/contract/categories.ts";

/** An app as the marketplace names it, whether or not it can be connected yet. */
export type CatalogueApp = {
  /** Kebab-case; once the app can be connected also its folder and its registry key. */
  id: string;
  name: string;
  category: Category;
  /** What it does for a shop owner: one sentence of at most 120 characters. */
  summary: string;
  /** The provider's documentation for developers. */
  docsUrl: string;
  /** Slug of its mark at simpleicons.org; null where there is none. */
  icon: string | null;
};
