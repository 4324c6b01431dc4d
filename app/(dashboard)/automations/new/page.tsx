import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { FromRecipe } from "#components/automations/builder/new/from-recipe.tsx";
import { FromScratch } from "#components/automations/builder/new/from-scratch.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { isAllowed } from "#lib/auth/context.ts";
import { requireCtx } from "#lib/auth/require-session.ts";

export const metadata: Metadata = { title: "New automation" };

export default async function NewAutomationPage() {
  const ctx = await requireCtx();
  if (!isAllowed(ctx, "integrations:write")) redirect("/automations");
  return (
    <>
      <PageHeader
        back={{ href: "/automations", label: "Automations" }}
        title="New automation"
        description="When something happens in your shop, your apps do the rest."
      />
      <div className="grid max-w-form gap-6">
        <FromRecipe />
        <FromScratch />
      </div>
    </>
  );
}
