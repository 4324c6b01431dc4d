import { ButtonLink } from "#components/ui/button-link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { ConsentDto } from "#lib/sandbox/consent/schema.ts";
import { consent as t } from "#lib/words/en/screens/consent.ts";

const words = () =>
  ({
    answered: {
      title: t("words_title"),
      text: t("words_page_like_this_one"),
    },
    expired: {
      title: t("words_this_page_too_old"),
      text: t("words_waits_ten_minutes_answer"),
    },
    open: {
      title: t("words_you_cannot_connect_apps"),
      text: t("words_your_role_lets_you"),
    },
  }) as const satisfies Record<ConsentDto["state"], { title: string; text: string }>;

/** What stands where there is nothing to answer; `open` is for who may not answer. */
export function ConsentClosed({ app, state }: { app: ConsentDto["provider"]; state: ConsentDto["state"] }) {
  const { title, text } = words()[state];
  return (
    <>
      <h1 className="font-semibold text-2xl">
        {t("consent_closed_allow_patchbay_into_your", { name: app.name })}
      </h1>
      <Notice tone="warning" title={title}>
        {text}
      </Notice>
      <ButtonLink href={`/marketplace/${app.id}`} variant="primary" size="lg">
        {t("consent_closed_back_name_patchbay", { name: app.name })}
      </ButtonLink>
    </>
  );
}
