import { FlaskConical } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SandboxList } from "#components/sandboxes/sandbox-list.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { requireCtx, requireSession } from "#lib/auth/require-session.ts";
import { env } from "#lib/env.ts";
import { listSandboxProviders } from "#lib/sandbox/list-sandbox-providers.ts";

export const metadata: Metadata = { title: "Sandbox" };

export default async function SandboxesPage() {
  if (env().SANDBOX !== "on") notFound();
  const [ctx, { merchant }] = await Promise.all([requireCtx(), requireSession()]);
  const { data: sandboxes } = await listSandboxProviders({ ctx });
  return (
    <>
      <PageHeader
        title="Sandbox"
        description="Patchbay’s own copies of the apps, to try things out without touching your real accounts: look at what they hold, and break them on purpose."
      />
      {sandboxes.length > 0 ? (
        <SandboxList sandboxes={sandboxes} zone={merchant.timeZone} />
      ) : (
        <Card>
          <EmptyState
            icon={<FlaskConical aria-hidden />}
            title="No app can be tried out yet"
            description="Each app that can be connected has its copy here."
            action={<ButtonLink href="/marketplace">Marketplace</ButtonLink>}
          />
        </Card>
      )}
    </>
  );
}
