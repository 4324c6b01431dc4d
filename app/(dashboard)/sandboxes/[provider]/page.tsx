import type { Metadata } from "next";
import { EnvironmentBadge } from "#components/integrations/environment-badge.tsx";
import { readTrail } from "#components/listing/cursor-trail.ts";
import { readParam, type SearchParams } from "#components/listing/search-params.ts";
import { AppMark } from "#components/marketplace/app-mark.tsx";
import { SandboxControls } from "#components/sandboxes/sandbox-controls.tsx";
import { readView } from "#components/sandboxes/view.ts";
import { ViewLinks } from "#components/sandboxes/view-links.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Section } from "#components/ui/section.tsx";
import { isAllowed } from "#lib/auth/context.ts";
import { requireCtx, requireSession } from "#lib/auth/require-session.ts";
import { sandboxesPages as t } from "#lib/words/en/screens/sandboxes-pages.ts";
import { CallsPart } from "./calls-part.tsx";
import { findSandbox } from "./find-sandbox.ts";
import { ObjectsPart } from "./objects-part.tsx";

type SandboxPageProps = { params: Promise<{ provider: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata({ params }: SandboxPageProps): Promise<Metadata> {
  return { title: t("generate_metadata_title", { name: (await findSandbox((await params).provider)).name }) };
}

export default async function SandboxPage({ params, searchParams }: SandboxPageProps) {
  const [ctx, { merchant }, query] = await Promise.all([requireCtx(), requireSession(), searchParams]);
  const sandbox = await findSandbox((await params).provider);
  const view = readView(sandbox, { show: readParam(query, "show"), account: readParam(query, "account") });
  const trail = readTrail(readParam(query, "cursor", 50_000));
  const part = { provider: sandbox.id, view, trail, zone: merchant.timeZone };
  return (
    <>
      <PageHeader
        back={{ href: "/sandboxes", label: t("sandbox_page_sandbox") }}
        title={
          <span className="flex items-center gap-3">
            <AppMark app={sandbox} />
            {sandbox.name}
          </span>
        }
        status={<EnvironmentBadge environment="sandbox" />}
        description={t("sandbox_page_description", { name: sandbox.name })}
        actions={
          <ButtonLink href={`/marketplace/${sandbox.id}`}>
            {t("sandbox_page_name_marketplace", { name: sandbox.name })}
          </ButtonLink>
        }
      />
      <SandboxControls first={sandbox} canChange={isAllowed(ctx, "integrations:write")} />
      <Section title={t("sandbox_page_title")} description={t("sandbox_page_what_accounts_hold_what")}>
        <div className="grid gap-4">
          <ViewLinks first={sandbox} view={view} />
          {view.show === "calls" ? <CallsPart {...part} /> : <ObjectsPart {...part} />}
        </div>
      </Section>
    </>
  );
}
