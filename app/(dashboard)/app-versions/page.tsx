import type { Metadata } from "next";
import { VersionTable } from "#components/app-versions/version-table.tsx";
import { Card } from "#components/ui/card.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { requireSession } from "#lib/auth/require-session.ts";
import { listSunsets } from "#lib/marketplace/sunsets.ts";

export const metadata: Metadata = { title: "Versions of the apps" };

export default async function AppVersionsPage() {
  await requireSession();
  return (
    <>
      <PageHeader
        title="Versions of the apps"
        description="Which version of each app’s interface Patchbay speaks, and until when the app serves it. You need not do anything: whoever runs Patchbay moves to the next one in time."
        back={{ href: "/marketplace", label: "Marketplace" }}
      />
      <Card isFlush>
        <VersionTable sunsets={listSunsets(new Date())} />
      </Card>
    </>
  );
}
