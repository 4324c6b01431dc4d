import type { CursorTrail } from "#components/listing/cursor-trail.ts";
import { leadToFirstPage } from "#components/listing/lead-to-first-page.ts";
import { SandboxCalls } from "#components/sandboxes/sandbox-calls.tsx";
import { type SandboxView, viewHref } from "#components/sandboxes/view.ts";
import { requireCtx } from "#lib/auth/require-session.ts";
import { listSandboxCalls } from "#lib/sandbox/list-sandbox-calls.ts";

type CallsPartProps = { provider: string; view: SandboxView; trail: CursorTrail; zone: string };

/** The calls to and from a sandbox, beginning with what the server read. */
export async function CallsPart({ provider, view, trail, zone }: CallsPartProps) {
  const ctx = await requireCtx();
  const first = await listSandboxCalls({ ctx, input: { provider, cursor: trail.at(-1) } }).catch(
    leadToFirstPage(viewHref(provider, view)),
  );
  return <SandboxCalls key={trail.at(-1)} provider={provider} first={first} trail={trail} zone={zone} />;
}
