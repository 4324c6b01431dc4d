import { PillLinks } from "#components/listing/pill-links.tsx";
import { hrefWith } from "#components/listing/search-params.ts";
import type { RevenueScope } from "#lib/operator/revenue/revenue-schema.ts";
import { common } from "#lib/words/en/screens/common.ts";
import { operator as t } from "#lib/words/en/screens/operator.ts";

interface ScopeBarProps {
  scope: RevenueScope;
  scopes: readonly RevenueScope[];
  path: string;
  /** What else stands in the address and stays. */
  kept?: Readonly<Record<string, string | undefined>>;
}

/** Which money: live or the sandbox's, and in one currency. They are never added up. */
export function ScopeBar({ scope, scopes, path, kept = {} }: ScopeBarProps) {
  const environments = [...new Set(scopes.map(({ environment }) => environment))];
  const currencies = scopes.filter(({ environment }) => environment === scope.environment);
  return (
    <div className="flex flex-wrap gap-x-6 gap-y-2">
      <PillLinks
        label={t("scope_bar_label")}
        selected={scope.environment}
        pills={environments.map((environment) => ({
          id: environment,
          label: environment === "live" ? t("scope_bar_live") : t("scope_bar_sandbox"),
          href: hrefWith(path, { ...kept, environment }),
        }))}
      />
      <PillLinks
        label={common("currency")}
        selected={scope.currency}
        pills={currencies.map(({ environment, currency }) => ({
          id: currency,
          label: currency,
          href: hrefWith(path, { ...kept, environment, currency }),
        }))}
      />
    </div>
  );
}
