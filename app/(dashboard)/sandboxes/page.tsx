import { FlaskConical } from "lucide-react";
import { notFound } from "next/navigation";
import { SandboxList } from "#components/sandboxes/sandbox-list.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { requireCtx, requireSession } from "#lib/auth/require-session.ts";
import { titled } from "#lib/auth/titled.ts";
import { env } from "#lib/env.ts";
import { listSandboxProviders } from "#lib/sandbox/list-sandbox-providers.ts";
import { sandboxesPages as t } from "#lib/words/en/screens/sandboxes-pages.ts";

export const generateMetadata = titled(() => ({ title: t("sandboxes_loading_title") }));

export default async function SandboxesPage() {
  if (env().SANDBOX !== "on") notFound();
  const [ctx, { merchant }] = await Promise.all([requireCtx(), requireSession()]);
  const { data: sandboxes } = await listSandboxProviders({ ctx });
  return (
    <>
      <PageHeader title={t("sandboxes_page_title")} description={t("sandboxes_page_description")} />
      {sandboxes.length > 0 ? (
        <SandboxList sandboxes={sandboxes} zone={merchant.timeZone} />
      ) : (
        <Card>
          <EmptyState
            icon={<FlaskConical aria-hidden />}
            title={t("sandboxes_page_no_app_can_tried")}
            description={t("sandboxes_page_each_app_that_can")}
            action={<ButtonLink href="/marketplace">{t("sandboxes_page_marketplace")}</ButtonLink>}
          />
        </Card>
      )}
    </>
  );
}
