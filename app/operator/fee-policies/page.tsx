import { ScrollText } from "lucide-react";
import type { Metadata } from "next";
import type { SearchParams } from "#components/listing/search-params.ts";
import { EveryPolicyTable } from "#components/operator/every-policy-table.tsx";
import { NumberedPages } from "#components/operator/numbered-pages.tsx";
import { setPolicy } from "#components/operator/server-actions.ts";
import { SetPolicyForm } from "#components/operator/set-policy-form.tsx";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { requireOperatorCtx } from "#lib/auth/require-operator.ts";
import { policiesPerPage } from "#lib/operator/fee-plan/fee-plan-schema.ts";
import { listEveryFeePolicy } from "#lib/operator/fee-plan/list-every-fee-policy.ts";
import { listScopes } from "#lib/operator/revenue/list-scopes.ts";
import { readPage } from "../read-page.ts";

export const metadata: Metadata = { title: "Fee policies" };

export default async function FeePoliciesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const ctx = await requireOperatorCtx();
  const page = readPage(await searchParams);
  const [policies, scopes] = await Promise.all([
    listEveryFeePolicy({ ctx, input: { page } }),
    listScopes({ ctx }),
  ]);
  return (
    <>
      <PageHeader
        title="Fee policies"
        description="Every rule that was set, and by whom. A merchant's own counts before everybody's, and a currency's before that of all; where there is none, it is 3% of each payment."
      />
      <Card title="All policies" isFlush>
        {policies.data.length === 0 ? (
          <EmptyState
            icon={<ScrollText aria-hidden />}
            title="No policy was set yet"
            description="Set one for everybody below, or for one merchant on its page. Until then the platform takes 3% of each payment."
          />
        ) : (
          <EveryPolicyTable policies={policies.data} locale={ctx.locale} />
        )}
      </Card>
      <NumberedPages
        page={policies.page}
        total={policies.total}
        perPage={policiesPerPage}
        path="/operator/fee-policies"
        kept={{}}
      />
      <Card
        title="Set a fee policy for everybody"
        description="For all merchants who have no rule of their own in the currency."
      >
        <SetPolicyForm
          action={setPolicy}
          merchantId=""
          currencies={[...new Set(scopes.map(({ currency }) => currency))].sort()}
          initial={{ currency: "", share: "3", minimum: "" }}
        />
      </Card>
    </>
  );
}
