"use client";

import { LiveTrouble } from "#components/listing/live-list.tsx";
import type { SandboxStateDto } from "#lib/sandbox/schema.ts";
import { AccountsCard } from "./accounts-card.tsx";
import { CommandsCard } from "./commands-card.tsx";
import { FaultsCard } from "./faults-card.tsx";
import { useSandboxState } from "./use-sandbox-state.ts";

/** What can be done to a sandbox, and how it stands now. */
export function SandboxControls({ first, canChange }: { first: SandboxStateDto; canChange: boolean }) {
  const { sandbox, error, refresh } = useSandboxState(first);
  const onChange = async () => void (await refresh());
  return (
    <div className="grid gap-stack">
      {error && <LiveTrouble error={error} />}
      <FaultsCard sandbox={sandbox} canChange={canChange} onChange={onChange} />
      {canChange && sandbox.commands.length > 0 && <CommandsCard sandbox={sandbox} onChange={onChange} />}
      <AccountsCard sandbox={sandbox} canChange={canChange} onChange={onChange} />
    </div>
  );
}
