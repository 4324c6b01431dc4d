import type { Metadata } from "next";
import { cache } from "react";
import { missingIsNotFound } from "#app/missing-is-not-found.ts";
import { EnvironmentBadge } from "#components/integrations/environment-badge.tsx";
import { type CursorTrail, readTrail } from "#components/listing/cursor-trail.ts";
import { leadToFirstPage } from "#components/listing/lead-to-first-page.ts";
import { readParam, type SearchParams } from "#components/listing/search-params.ts";
import { AppMark } from "#components/marketplace/app-mark.tsx";
import { SandboxCalls } from "#components/sandboxes/sandbox-calls.tsx";
import { SandboxControls } from "#components/sandboxes/sandbox-controls.tsx";
import { SandboxObjects } from "#components/sandboxes/sandbox-objects.tsx";
import { readView, type SandboxView, viewHref } from "#components/sandboxes/view.ts";
import { ViewLinks } from "#components/sandboxes/view-links.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Section } from "#components/ui/section.tsx";
import { isAllowed } from "#lib/auth/context.ts";
import { requireCtx, requireSession } from "#lib/auth/require-session.ts";
import { getSandboxState } from "#lib/sandbox/get-sandbox-state.ts";
import { listSandboxCalls } from "#lib/sandbox/list-sandbox-calls.ts";
import { listSandboxObjects } from "#lib/sandbox/list-sandbox-objects.ts";
import { sandboxesPages as t } from "#lib/words/en/screens/sandboxes-pages.ts";

type ObjectsPartProps = { provider: string; view: SandboxView; trail: CursorTrail; zone: string };

type CallsPartProps = { provider: string; view: SandboxView; trail: CursorTrail; zone: string };

/** The sandbox of a page's address, read once for a request. */
const findSandbox = cache(async (provider: string) => {
  const ctx = await requireCtx();
  return getSandboxState({ ctx, input: { provider } }).catch(missingIsNotFound);
});

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

/** The calls to and from a sandbox, beginning with what the server read. */
async function CallsPart({ provider, view, trail, zone }: CallsPartProps) {
  const ctx = await requireCtx();
  const first = await listSandboxCalls({ ctx, input: { provider, cursor: trail.at(-1) } }).catch(
    leadToFirstPage(viewHref(provider, view)),
  );
  return <SandboxCalls key={trail.at(-1)} provider={provider} first={first} trail={trail} zone={zone} />;
}

/** What accounts in a sandbox hold of one kind, beginning with what the server read. */
async function ObjectsPart({ provider, view, trail, zone }: ObjectsPartProps) {
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
