import { PillLinks } from "#components/listing/pill-links.tsx";
import type { Environment } from "#lib/revenue/amounts-schema.ts";
import { payments as t } from "#lib/words/en/screens/payments.ts";

const titles = () =>
  ({ live: t("titles_live"), sandbox: t("titles_sandbox") }) as const satisfies Record<Environment, string>;

interface EnvironmentSwitchProps {
  /** Those in which the merchant has accounts. */
  environments: readonly Environment[];
  selected: Environment;
  buildHref: (environment: Environment) => string;
}

/** Real money or the sandbox's: the two are never shown together. Nothing where there is only one. */
export function EnvironmentSwitch({ environments, selected, buildHref }: EnvironmentSwitchProps) {
  if (environments.length < 2) return null;
  return (
    <PillLinks
      label={t("environment_switch_label")}
      pills={environments.map((one) => ({ id: one, label: titles()[one], href: buildHref(one) }))}
      selected={selected}
    />
  );
}
