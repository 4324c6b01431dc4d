import { PillLinks } from "#components/listing/pill-links.tsx";
import type { Environment } from "#lib/revenue/amounts-schema.ts";

const titles = { live: "Live", sandbox: "Sandbox" } as const satisfies Record<Environment, string>;

interface EnvironmentSwitchProps {
  /** Those in which the merchant has accounts. */
  environments: readonly Environment[];
  selected: Environment;
  hrefOf: (environment: Environment) => string;
}

/** Real money or the sandbox's: the two are never shown together. Nothing where there is only one. */
export function EnvironmentSwitch({ environments, selected, hrefOf }: EnvironmentSwitchProps) {
  if (environments.length < 2) return null;
  return (
    <PillLinks
      label="Live or sandbox"
      pills={environments.map((one) => ({ id: one, label: titles[one], href: hrefOf(one) }))}
      selected={selected}
    />
  );
}
