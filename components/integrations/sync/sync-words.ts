import type { Tone } from "#components/ui/tone.ts";
import type { SyncJobDto } from "#lib/integrations/schema.ts";
import { integrationsSyncBrowser as t } from "#lib/words/en/screens/integrations-sync-browser.ts";

type Kind = SyncJobDto["kind"];

export const kindNames = () =>
  ({
    product: { one: t("kind_names_product"), many: t("kind_names_products") },
    order: { one: t("kind_names_order"), many: t("kind_names_orders") },
  }) as const satisfies Record<Kind, { one: string; many: string }>;

/** The last part of the address of what was copied. */
export const kindPaths = { product: "products", order: "orders" } as const satisfies Record<Kind, string>;

/** "1 product", "2,400 orders". */
export function countedRecords(count: number, kind: Kind): string {
  return t("counted_records", { count, kind });
}

const states = () =>
  ({
    waiting: { tone: "progress", word: t("states_waiting_begin") },
    running: { tone: "progress", word: t("states_being_copied") },
    done: { tone: "success", word: t("states_up_date") },
    failed: { tone: "danger", word: t("states_stopped_error") },
    cancelled: { tone: "neutral", word: t("states_stopped") },
  }) as const satisfies Record<SyncJobDto["status"], { tone: Tone; word: string }>;

/** How a copy is doing, in a word. */
export function jobState({ status }: Pick<SyncJobDto, "status">): { tone: Tone; word: string } {
  return states()[status];
}

export function isUnderWay({ status }: Pick<SyncJobDto, "status">): boolean {
  return status === "waiting" || status === "running";
}

/** How far a copy has come: "120 of 480 products", or "120 products so far" where nobody knows how many there are. */
export function progressText({ done, total, kind }: Pick<SyncJobDto, "done" | "total" | "kind">): string {
  if (total === null)
    return t("progress_text_countedrecords_so_far", { countedRecords: countedRecords(done, kind) });
  return t("progress_text_done_number_countedrecords", {
    done,
    countedRecords: countedRecords(Math.max(done, total), kind),
  });
}

/** The kind that the last part of an address names: `products`, `orders`. */
export function kindOfPath(path: string): Kind | undefined {
  if (path === kindPaths.product) return "product";
  return path === kindPaths.order ? "order" : undefined;
}
