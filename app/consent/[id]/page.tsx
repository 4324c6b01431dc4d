import { missingIsNotFound } from "#app/missing-is-not-found.ts";
import { ConsentClosed } from "#components/consent/consent-closed.tsx";
import { ConsentForm } from "#components/consent/consent-form.tsx";
import { ConsentFrame } from "#components/consent/consent-frame.tsx";
import { isAllowed } from "#lib/auth/context.ts";
import { requireCtx, requireSession } from "#lib/auth/require-session.ts";
import { titled } from "#lib/auth/titled.ts";
import { getConsent } from "#lib/sandbox/consent/get-consent.ts";
import { consentPages as t } from "#lib/words/en/screens/consent-pages.ts";

export const generateMetadata = titled(() => ({ title: t("id_title") }));

export default async function ConsentPage({ params }: { params: Promise<{ id: string }> }) {
  const [ctx, { merchant }, { id }] = await Promise.all([requireCtx(), requireSession(), params]);
  const consent = await getConsent({ ctx, input: { id } }).catch(missingIsNotFound);
  const isOpen = consent.state === "open" && isAllowed(ctx, "integrations:write");
  return (
    <ConsentFrame app={consent.provider}>
      {isOpen ? (
        <ConsentForm consent={consent} merchantName={merchant.name} />
      ) : (
        <ConsentClosed app={consent.provider} state={consent.state} />
      )}
    </ConsentFrame>
  );
}
