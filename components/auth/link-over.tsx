import { AuthFrame } from "#components/shell/auth-frame.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Notice } from "#components/ui/notice.tsx";

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
        title="This link no longer works"
        action={<ButtonLink href={href}>{label}</ButtonLink>}
      >
        It was used already, is too old, or is not complete.
      </Notice>
    </AuthFrame>
  );
}
