import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { AppMark } from "#components/marketplace/app-mark.tsx";
import { appStates } from "#components/marketplace/app-state.ts";
import { AppView } from "#components/marketplace/app-view.tsx";
import { customWebhookId } from "#components/marketplace/custom-webhook-id.ts";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Status } from "#components/ui/status.tsx";
import { isAllowed } from "#lib/auth/context.ts";
import { requireCtx } from "#lib/auth/require-session.ts";
import { findAppOr404 } from "./find-app-or-404.ts";

type AppPageProps = { params: Promise<{ provider: string }> };

export async function generateMetadata({ params }: AppPageProps): Promise<Metadata> {
  const app = await findAppOr404(await requireCtx(), (await params).provider);
  return { title: app.name };
}

export default async function AppPage({ params }: AppPageProps) {
  const ctx = await requireCtx();
  const app = await findAppOr404(ctx, (await params).provider);
  const canCreate = isAllowed(ctx, "webhooks:write");
  const { tone, word } = appStates[app.status];
  return (
    <>
      <PageHeader
        back={{ href: "/marketplace", label: "Marketplace" }}
        title={
          <span className="flex items-center gap-3">
            <AppMark app={app} />
            {app.name}
          </span>
        }
        status={
          <Status tone={tone} look="pill">
            {word}
          </Status>
        }
        description={app.summary}
        actions={
          app.id === customWebhookId &&
          canCreate && (
            <ButtonLink href="/webhooks/new" variant="primary" icon={<Plus aria-hidden />}>
              Create webhook
            </ButtonLink>
          )
        }
      />
      <AppView app={app} canCreate={canCreate} />
    </>
  );
}
