import { hrefWith } from "#components/listing/search-params.ts";
import type { SandboxStateDto } from "#lib/sandbox/schema.ts";

/** What a sandbox's page shows of its inside: the calls, or the objects of a kind, of one account or of all. */
export type SandboxView = { show: string; account: string | undefined };

export const callsView = "calls";

/** The kinds that a sandbox's accounts hold, each with how many of it, by name. */
export function countKinds(sandbox: Pick<SandboxStateDto, "accounts">): { kind: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { kinds } of sandbox.accounts) {
    for (const { kind, count } of kinds) counts.set(kind, (counts.get(kind) ?? 0) + count);
  }
  return [...counts]
    .map(([kind, count]) => ({ kind, count }))
    .sort((one, other) => one.kind.localeCompare(other.kind));
}

/** What the address asks for, as far as it is there; at first the calls, since they tell what happened. */
export function readView(
  sandbox: Pick<SandboxStateDto, "accounts">,
  asked: { show: string | undefined; account: string | undefined },
): SandboxView {
  const isKind = countKinds(sandbox).some(({ kind }) => kind === asked.show);
  const isAccount = sandbox.accounts.some(({ id }) => id === asked.account);
  return {
    show: isKind && asked.show !== undefined ? asked.show : callsView,
    account: isKind && isAccount ? asked.account : undefined,
  };
}

export function viewHref(provider: string, view: SandboxView, cursor?: string): string {
  const show = view.show === callsView ? undefined : view.show;
  return hrefWith(`/sandboxes/${provider}`, { show, account: view.account, cursor });
}

/** `line_item` → "Line item". */
export function kindTitle(kind: string): string {
  const words = kind.replace(/[_-]+/g, " ").trim();
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
