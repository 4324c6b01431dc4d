import { hrefWith, readParam, type SearchParams } from "#components/listing/search-params.ts";
import { FeePlanForm } from "#components/operator/fee-plan-form.tsx";
import { FeePlanTable } from "#components/operator/fee-plan-table.tsx";
import { scaled, unscaled } from "#components/operator/fee-policy-form-fields.ts";
import { NoRevenue } from "#components/operator/no-revenue.tsx";
import { NumberedPages } from "#components/operator/numbered-pages.tsx";
import { PlanCosts } from "#components/operator/plan-costs.tsx";
import { amountText, dayText, shareText } from "#components/operator/revenue-words.ts";
import { ScopeBar } from "#components/operator/scope-bar.tsx";
import { Card } from "#components/ui/card.tsx";
import { CsvLink } from "#components/ui/csv-link.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { requireOperatorCtx } from "#lib/auth/require-operator.ts";
import { titled } from "#lib/auth/titled.ts";
import { AppError } from "#lib/errors.ts";
import { plans } from "#lib/fees/plans.ts";
import { getDigits } from "#lib/money/currency-rules.ts";
import { type FeePlanTrial, feePlanMonths, feePlanPerPage } from "#lib/operator/fee-plan/fee-plan-schema.ts";
import { tryFeePlan } from "#lib/operator/fee-plan/try-fee-plan.ts";
import type { RevenueScope } from "#lib/operator/revenue/revenue-schema.ts";
import { runFields } from "#lib/transport/run-verb.ts";
import { operatorPages as t } from "#lib/words/en/screens/operator-pages.ts";
import { renderError } from "#lib/words/render-error.ts";
import { joinSentences } from "#lib/words/texts/join-sentences.ts";
import { readPage } from "../read-page.ts";
import { readScope } from "../read-scope.ts";

export const generateMetadata = titled(() => ({ title: t("fee_plan_title") }));

const path = "/operator/fee-plan";
const pageSize = feePlanPerPage;

export default async function FeePlanPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const ctx = await requireOperatorCtx();
  const params = await searchParams;
  const { scope, scopes } = await readScope(ctx, params);
  const header = <PageHeader title={t("fee_plan_page_title")} description={t("fee_plan_page_description")} />;
  if (!scope) {
    return (
      <>
        {header}
        <NoRevenue />
        <PlanCosts locale={ctx.locale} />
      </>
    );
  }
  const typed = readTyped(params);
  const plan = plans.find(({ id }) => id === typed.plan)?.id;
  const digits = getDigits(scope.currency);
  const basisPoints = scaled(typed.share, 2);
  const minimum = typed.minimum === "" ? 0 : scaled(typed.minimum, digits);
  const input = { ...scope, plan, basisPoints, minimum, page: readPage(params) };
  const trial = await runFields(tryFeePlan, { ctx, input }).catch(refused);
  const errors = trial instanceof AppError ? renderError(trial, ctx.locale).fieldErrors : [];
  const findError = (name: string) => errors.find((one) => one.path === name)?.message;
  const kept = {
    ...scope,
    ...(plan ? { plan } : { share: typed.share, minimum: typed.minimum || undefined }),
  };
  return (
    <>
      {header}
      <ScopeBar {...{ scope, scopes, path }} kept={{ plan, share: typed.share }} />
      <Card title={t("fee_plan_page_rule_try")}>
        <FeePlanForm
          {...{ scope, typed }}
          errors={{ basisPoints: findError("basisPoints"), minimum: findError("minimum") }}
        />
      </Card>
      {!(trial instanceof AppError) && (
        <>
          <Card
            title={t("fee_plan_page_what_fees_would_have")}
            description={trialSentence(trial, scope, ctx.locale)}
            actions={
              <CsvLink
                href={hrefWith("/operator/csv/fee-plan", {
                  ...scope,
                  plan,
                  share: String(trial.rule.basisPoints),
                  minimum: String(trial.rule.minimum),
                  page: String(trial.page),
                })}
                label={t("fee_plan_page_csv")}
              />
            }
            isFlush={trial.rows.length > 0}
          >
            {trial.rows.length === 0 ? (
              <p className="text-muted">{t("fee_plan_page_no_payment_was_taken")}</p>
            ) : (
              <FeePlanTable
                {...{ trial, scope }}
                locale={ctx.locale}
                typed={{
                  share: unscaled(trial.rule.basisPoints, 2),
                  minimum: trial.rule.minimum === 0 ? "" : unscaled(trial.rule.minimum, digits),
                }}
              />
            )}
          </Card>
          <NumberedPages page={trial.page} total={trial.merchants} perPage={pageSize} {...{ path, kept }} />
        </>
      )}
      <PlanCosts locale={ctx.locale} />
    </>
  );
}

function readTyped(params: SearchParams) {
  return {
    plan: readParam(params, "plan", 40) ?? "",
    share: readParam(params, "share", 20) ?? "3",
    minimum: readParam(params, "minimum", 20) ?? "",
  };
}

function trialSentence(
  trial: FeePlanTrial,
  scope: RevenueScope,
  locale: Parameters<typeof amountText>[2],
): string {
  const { rule, monthly, from, merchants, rows } = trial;
  const dollars = (cents: number) => amountText(cents, { currency: "USD" }, locale);
  return joinSentences(
    t("trial_sentence_rule", {
      rule: rule.basisPoints === 0 ? "none" : rule.minimum === 0 ? "share" : "minimum",
      share: shareText(rule.basisPoints, locale),
      minimum: amountText(rule.minimum, scope, locale),
      from: dayText(from, locale),
    }),
    monthly !== null &&
      t("trial_sentence_subscription", {
        monthly: dollars(monthly),
        whole: dollars(monthly * feePlanMonths),
      }),
    merchants > rows.length && t("trial_sentence_shown", { count: rows.length, merchants }),
  );
}

/** What is wrong with the rule is told beside its boxes; everything else is a fault. */
function refused(error: unknown): AppError {
  if (error instanceof AppError && error.status === 422) return error;
  throw error;
}
