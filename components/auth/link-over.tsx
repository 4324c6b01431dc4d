import { AuthFrame } from "#components/shell/auth-frame.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { auth as t } from "#lib/words/en/screens/auth.ts";

interface LinkOverProps {
  title: string;
  href: string;
  label: string;
}

/** Where a link from a mail leads that opens nothing any more. */
export function LinkOver({ title, href, label }: LinkOverProps) {
  return (
    <AuthFrame title={title}>
      <Notice
        tone="warning"
        title={t("link_over_title")}
        action={<ButtonLink href={href}>{label}</ButtonLink>}
      >
        {t("link_over_was_used_already_too")}
      </Notice>
    </AuthFrame>
  );
}
