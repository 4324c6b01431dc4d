import type { Tone } from "#components/ui/tone.ts";
import type { SyncJobDto } from "#lib/integrations/schema.ts";

type Kind = SyncJobDto["kind"];

export const kindNames = {
  product: { one: "product", many: "products" },
  order: { one: "order", many: "orders" },
} as const satisfies Record<Kind, { one: string; many: string }>;

/** "1 product", "2,400 orders". */
export function countedRecords(count: number, kind: Kind): string {
  const { one, many } = kindNames[kind];
  return `${count.toLocaleString("en-GB")} ${count === 1 ? one : many}`;
}

const states = {
  waiting: { tone: "progress", word: "Waiting to begin" },
  running: { tone: "progress", word: "Being copied" },
  done: { tone: "success", word: "Up to date" },
  failed: { tone: "danger", word: "Stopped by an error" },
  cancelled: { tone: "neutral", word: "Stopped" },
} as const satisfies Record<SyncJobDto["status"], { tone: Tone; word: string }>;

/** How a copy is doing, in a word. */
export function jobState({ status }: Pick<SyncJobDto, "status">): { tone: Tone; word: string } {
  return states[status];
}

export function isUnderWay({ status }: Pick<SyncJobDto, "status">): boolean {
  return status === "waiting" || status === "running";
}

/** How far a copy has come: "120 of 480 products", or "120 products so far" where nobody knows how many there are. */
export function progressText({ done, total, kind }: Pick<SyncJobDto, "done" | "total" | "kind">): string {
  if (total === null) return `${countedRecords(done, kind)} so far`;
  return `${done.toLocaleString("en-GB")} of ${countedRecords(Math.max(done, total), kind)}`;
}

/** The kind that the last part of an address names: `products`, `orders`. */
export function kindOfPath(path: string): Kind | undefined {
  if (path === kindNames.product.many) return "product";
  return path === kindNames.order.many ? "order" : undefined;
}
