import type { ReactNode } from "react";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Section } from "#components/ui/section.tsx";
import { permissionMeanings, type Scope } from "#lib/auth/permissions.ts";
import { marketplaceZapier as t } from "#lib/words/en/screens/marketplace-zapier.ts";

/** What Zapier does with a key: show samples, subscribe Zaps, send events. */
const scopesOfZapier = ["read", "webhooks:write", "events:write"] as const satisfies readonly Scope[];

const stepsAfterTheKey = () => [
  {
    title: t("steps_after_the_key_choose_patchbay_zapier"),
    text: t("steps_after_the_key_make_new_zap_search"),
  },
  {
    title: t("steps_after_the_key_paste_key"),
    text: t("steps_after_the_key_zapier_asks_once_then"),
  },
  {
    title: t("steps_after_the_key_switch_zap"),
    text: t("steps_after_the_key_from_then_hears_each"),
  },
];

/** How Zapier is connected, from the key to the first Zap. */
export function ZapierSteps({ canCreateKey }: { canCreateKey: boolean }) {
  return (
    <Section
      title={t("zapier_steps_title")}
      actions={canCreateKey && <ButtonLink href="/api-keys">{t("zapier_steps_go_api_keys")}</ButtonLink>}
    >
      <ol className="grid gap-3 md:grid-cols-2">
        <Step number={1} title={t("zapier_steps_create_api_key_zapier")}>
          <p>
            {canCreateKey ? t("zapier_steps_under_api_keys_call") : t("zapier_steps_owner_admin_your_shop")}
          </p>
          <ul className="list-disc pl-5">
            {scopesOfZapier.map((scope) => (
              <li key={scope}>{permissionMeanings()[scope]}</li>
            ))}
          </ul>
        </Step>
        {stepsAfterTheKey().map(({ title, text }, index) => (
          <Step key={title} number={index + 2} title={title}>
            <p>{text}</p>
          </Step>
        ))}
      </ol>
    </Section>
  );
}

interface StepProps {
  number: number;
  title: string;
  children: ReactNode;
}

function Step({ number, title, children }: StepProps) {
  return (
    <li className="flex gap-3 rounded-card border border-line bg-surface p-4">
      <span
        aria-hidden
        className="grid size-6 shrink-0 place-items-center rounded-pill bg-accent-soft font-medium text-accent-text text-sm"
      >
        {number}
      </span>
      <div className="grid content-start gap-0.5 text-muted">
        <h3 className="font-medium text-ink">{title}</h3>
        {children}
      </div>
    </li>
  );
}
