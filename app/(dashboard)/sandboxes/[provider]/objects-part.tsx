import type { CursorTrail } from "#components/listing/cursor-trail.ts";
import { leadToFirstPage } from "#components/listing/lead-to-first-page.ts";
import { SandboxObjects } from "#components/sandboxes/sandbox-objects.tsx";
import { type SandboxView, viewHref } from "#components/sandboxes/view.ts";
import { requireCtx } from "#lib/auth/require-session.ts";
import { listSandboxObjects } from "#lib/sandbox/list-sandbox-objects.ts";

type ObjectsPartProps = { provider: string; view: SandboxView; trail: CursorTrail; zone: string };

/** What accounts in a sandbox hold of one kind, beginning with what the server read. */
export async function ObjectsPart({ provider, view, trail, zone }: ObjectsPartProps) {
  const ctx = await requireCtx();
  const { show: kind, account } = view;
  const first = await listSandboxObjects({
    ctx,
    input: { provider, kind, account, cursor: trail.at(-1) },
  }).catch(leadToFirstPage(viewHref(provider, view)));
  return (
    <SandboxObjects
      key={`${kind} ${account} ${trail.at(-1)}`}
      provider={provider}
      view={view}
      first={first}
      trail={trail}
      zone={zone}
    />
  );
}
