import { z } from "zod";
import { id } from "../kit/lenient.ts";

const named = z.looseObject({ id });

/**
 * Where a list goes on: after the last item of a page that has an id. https://docs.stripe.com/api/pagination
 * @returns null where there is no more, or nothing on the page has an id
 */
export function idAfterPage(page: { data: readonly unknown[]; has_more: boolean }): string | null {
  if (!page.has_more) return null;
  const last = page.data.findLast((item) => named.safeParse(item).success);
  return named.safeParse(last).data?.id ?? null;
}
