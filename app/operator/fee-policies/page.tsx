import { ScrollText } from "lucide-react";
import type { SearchParams } from "#components/listing/search-params.ts";
import { EveryPolicyTable } from "#components/operator/every-policy-table.tsx";
import { NumberedPages } from "#components/operator/numbered-pages.tsx";
import { setPolicy } from "#components/operator/server-actions.ts";
import { SetPolicyForm } from "#components/operator/set-policy-form.tsx";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { requireOperatorCtx } from "#lib/auth/require-operator.ts";
import { titled } from "#lib/auth/titled.ts";
import { policiesPerPage } from "#lib/operator/fee-plan/fee-plan-schema.ts";
import { listEveryFeePolicy } from "#lib/operator/fee-plan/list-every-fee-policy.ts";
import { listScopes } from "#lib/operator/revenue/list-scopes.ts";
import { operatorPages as t } from "#lib/words/en/screens/operator-pages.ts";
import { readPage } from "../read-page.ts";

export const generateMetadata = titled(() => ({ title: t("fee_policies_title") }));

export default async function FeePoliciesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const ctx = await requireOperatorCtx();
  const page = readPage(await searchParams);
  const [policies, scopes] = await Promise.all([
    listEveryFeePolicy({ ctx, input: { page } }),
    listScopes({ ctx }),
  ]);
  return (
    <>
      <PageHeader title={t("fee_policies_page_title")} description={t("fee_policies_page_description")} />
      <Card title={t("fee_policies_page_all_policies")} isFlush>
        {policies.data.length === 0 ? (
          <EmptyState
            icon={<ScrollText aria-hidden />}
            title={t("fee_policies_page_no_policy_was_set")}
            description={t("fee_policies_page_set_one_everybody_below")}
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
        title={t("fee_policies_page_set_fee_policy_everybody")}
        description={t("fee_policies_page_all_merchants_who_have")}
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
