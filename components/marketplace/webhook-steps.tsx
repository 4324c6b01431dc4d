import { Section } from "#components/ui/section.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { marketplace as t } from "#lib/words/en/screens/marketplace.ts";

const steps = () => [
  {
    title: t("steps_name_address"),
    text: t("steps_whoever_looks_after_receiving"),
  },
  { title: t("steps_choose_events"), text: t("steps_all_them_only_some") },
  { title: t("steps_send_test"), text: t("steps_answer_other_side_shown") },
];

/** How a custom webhook is set up, from the first click to the first delivery. */
export function WebhookSteps({ canCreate }: { canCreate: boolean }) {
  return (
    <Section title={t("webhook_steps_title")}>
      <div className="grid gap-4">
        <ol className="grid gap-3 md:grid-cols-3">
          {steps().map(({ title, text }, index) => (
            <li key={title} className="flex gap-3 rounded-card border border-line bg-surface p-4">
              <span
                aria-hidden
                className="grid size-6 shrink-0 place-items-center rounded-pill bg-accent-soft font-medium text-accent-text text-sm"
              >
                {index + 1}
              </span>
              <div className="grid content-start gap-0.5">
                <h3 className="font-medium">{title}</h3>
                <p className="text-muted">{text}</p>
              </div>
            </li>
          ))}
        </ol>
        <p className="max-w-prose text-muted">
          {!canCreate && `${t("webhook_steps_owner_admin_your_shop")} `}
          {t.rich("webhook_steps_what_has_been_set", {
            link: (text) => <TextLink href="/webhooks">{text}</TextLink>,
          })}
        </p>
      </div>
    </Section>
  );
}
